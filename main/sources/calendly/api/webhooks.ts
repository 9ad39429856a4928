import { z } from "zod";
import { WorldError } from "../../../lib/world-error.ts";
import { readAnswer } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";
import { instantOf } from "../../timekit/time.ts";
import { lastPartOf } from "../uris.ts";
import type { Account } from "./account.ts";
import { pagesOf } from "./answers.ts";

/** What Bookbell wants to be told. */
const wantedEvents = [
  "invitee.created",
  "invitee.canceled",
  "invitee_no_show.created",
  "invitee_no_show.deleted",
] as const;

/** A webhook of the user's at Calendly. */
export interface Subscription {
  /** What Calendly calls it by. */
  readonly uri: string;
  /** Where it posts to, token included: not to be kept or logged as it is. */
  readonly url: string;
  /** Calendly gives it up after a day without success, tells nobody, and never takes it up again. */
  readonly disabled: boolean;
  /** Since when it tries again because something was not taken, epoch milliseconds. */
  readonly retryingSince: number | null;
  /** Whether it tells all that is wanted. */
  readonly complete: boolean;
}

const subscriptionSchema = z
  .object({
    uri: z.string().min(1),
    callback_url: z.string(),
    state: z.string().catch(""),
    retry_started_at: z.string().nullish().catch(null),
    events: z.array(z.string()).catch([]),
  })
  .transform(
    ({ uri, callback_url, state, retry_started_at, events }): Subscription => ({
      uri,
      url: callback_url,
      disabled: state === "disabled",
      retryingSince: instantOf(retry_started_at, "UTC"),
      complete: wantedEvents.every((wanted) => events.includes(wanted)),
    }),
  );

/**
 * All of the user's own.
 * @throws WorldError
 */
export async function readSubscriptions(
  call: Call,
  { user, organization }: Account,
): Promise<readonly Subscription[]> {
  const found: Subscription[] = [];
  for await (const rows of pagesOf(call, "/webhook_subscriptions", { organization, user, scope: "user" }))
    for (const row of rows ?? []) {
      const { success, data } = subscriptionSchema.safeParse(row);
      if (success) found.push(data);
    }
  return found;
}

/**
 * Calendly takes one a user for each address, and lets nobody change or read the signing key afterwards.
 * @throws WorldError calendly-not-allowed where the token, or the user's plan, has no webhooks
 */
export async function subscribe(
  call: Call,
  { user, organization }: Account,
  { url, signingKey }: { url: string; signingKey: string },
): Promise<Subscription> {
  const answer = await call("POST", "/webhook_subscriptions", {
    url,
    events: wantedEvents,
    organization,
    user,
    scope: "user",
    signing_key: signingKey,
  });
  return readAnswer(answer, z.object({ resource: subscriptionSchema }), "calendly-odd").resource;
}

/**
 * One that is gone already is no fault.
 * @throws WorldError
 */
export async function unsubscribe(call: Call, uri: string): Promise<void> {
  try {
    await call("DELETE", `/webhook_subscriptions/${lastPartOf(uri)}`);
  } catch (error) {
    if (!(error instanceof WorldError && error.code === "calendly-gone")) throw error;
  }
}
