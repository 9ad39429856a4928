import { z } from "zod";
import type { WebhookState } from "../../../../common/calcom.ts";
import { WorldError } from "../../../lib/world-error.ts";
import type { Call } from "../../rest/call.ts";
import { dataOf } from "./answers.ts";

/** What to be told of. Not of meetings that begin or end: older servers post those without a signature. */
export const wantedTriggers = [
  "BOOKING_CREATED",
  "BOOKING_REQUESTED",
  "BOOKING_RESCHEDULED",
  "BOOKING_REJECTED",
  "BOOKING_CANCELLED",
  "BOOKING_PAYMENT_INITIATED",
  "BOOKING_PAID",
] as const;

/** A webhook at Cal.com. Its address bears the token. */
export interface Webhook {
  readonly id: string;
  readonly subscriberUrl: string;
  readonly active: boolean;
  readonly triggers: readonly string[];
  /** A custom payload, which Bookbell cannot read. */
  readonly payloadTemplate: string | null;
}

// Its secret is among what comes, and is not read.
const webhookSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  subscriberUrl: z.string(),
  active: z.boolean(),
  triggers: z.array(z.string()).catch([]),
  payloadTemplate: z.string().min(1).nullable().catch(null),
});

const onAPage = 250;

/** The user's own, one page of them. */
export async function readWebhooks(call: Call): Promise<readonly Webhook[]> {
  return dataOf(await call("GET", `/webhooks?take=${onAPage}&skip=0`), z.array(webhookSchema));
}

export function stateOf(webhook: Webhook | undefined, hook: string | null): WebhookState {
  if (!webhook) return "none";
  if (!webhook.active) return "off";
  if (webhook.payloadTemplate) return "template";
  if (wantedTriggers.some((trigger) => !webhook.triggers.includes(trigger))) return "incomplete";
  return hook === null || webhook.subscriberUrl === hook ? "right" : "elsewhere";
}

/** The one that was registered before, or one that somebody added by hand. */
export const ownOf = (all: readonly Webhook[], id: string | null, hook: string | null): Webhook | undefined =>
  all.find((one) => one.id === id) ?? all.find((one) => one.subscriberUrl === hook);

export interface Registering {
  /** Where Cal.com reaches Bookbell now, with its token. */
  readonly hook: string;
  /** The id of the one that was registered before. */
  readonly id: string | null;
  /** What Cal.com is to sign with; null = it keeps the secret it has. */
  readonly secret: string | null;
}

/**
 * Has one webhook post everything to that address, which may be one there is: moved, switched on again, without its
 * template.
 * @throws WorldError
 */
export async function register(call: Call, { hook, id, secret }: Registering): Promise<Webhook> {
  const wanted = {
    subscriberUrl: hook,
    active: true,
    triggers: wantedTriggers,
    ...(secret !== null && { secret }),
  };
  const own = ownOf(await readWebhooks(call), id, hook);
  if (!own) return dataOf(await call("POST", "/webhooks", wanted), webhookSchema);
  if (stateOf(own, hook) === "right" && secret === null) return own;
  const changes = { ...wanted, ...(own.payloadTemplate && { payloadTemplate: "" }) };
  return dataOf(await call("PATCH", pathOf(own.id), changes), webhookSchema);
}

/** One that is gone already is no fault. */
export async function removeWebhook(call: Call, id: string): Promise<void> {
  try {
    await call("DELETE", pathOf(id));
  } catch (error) {
    if (!(error instanceof WorldError && error.code === "calcom-gone")) throw error;
  }
}

const pathOf = (id: string) => `/webhooks/${encodeURIComponent(id)}`;
