import { z } from "zod";
import { type Graph, type GraphState, graphs, type Webhook } from "../../../../common/timekit.ts";
import { withoutToken } from "../../../lib/tokens.ts";
import { WorldError } from "../../../lib/world-error.ts";
import { jsonOf } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";

/**
 * What to register for these graphs: each state that puts a booking on the agenda, changes it or takes it off.
 * Not `completed`, which comes by itself an hour after the end, and which catch-up brings as well.
 */
export function wantedPairs(chosen: readonly Graph[]): GraphState[] {
  return chosen.flatMap((graph) =>
    graphs[graph].filter((state) => state !== "completed").map((state) => ({ graph, state })),
  );
}

/** Whether it posts to that address of Bookbell's. */
export const leadsTo = ({ url }: Webhook, hook: string): boolean => url.startsWith(withoutToken(hook));

/** The address for one pair: the body alone cannot tell a change of state from a reminder. */
export function webhookUrl(hook: string, { graph, state }: GraphState): string {
  const url = new URL(hook);
  url.searchParams.set("g", graph);
  url.searchParams.set("s", state);
  return url.href;
}

export interface Registering {
  /** Where Timekit reaches Bookbell now. */
  readonly hook: string;
  /** What to have; none = have all deleted. */
  readonly pairs: readonly GraphState[];
  /** What was registered before. */
  readonly kept: readonly Webhook[];
  /** Called after every single success, so that a crash half-way forgets none. */
  keep(webhooks: readonly Webhook[]): Promise<unknown>;
}

export interface Registered {
  readonly kept: readonly Webhook[];
  /** What Timekit did not accept; the others are registered all the same. */
  readonly refused: readonly GraphState[];
  /** Still posting, unwanted and without a known id: to be deleted by hand. They stay in `kept`. */
  readonly undeletable: readonly Webhook[];
}

/**
 * Registers what is missing, then deletes what is not wanted any more, so that nothing is missed in between.
 * Timekit cannot list webhooks: what is not in `kept` is registered anew.
 * @throws WorldError timekit-by-hand when this account's API knows no webhooks
 */
export async function register(call: Call, { hook, pairs, kept, keep }: Registering): Promise<Registered> {
  const refused: GraphState[] = [];
  const wanted = pairs.map((pair) => {
    const whole = webhookUrl(hook, pair);
    return { ...pair, whole, url: withoutToken(whole) };
  });
  const has = (list: readonly { url: string }[], { url }: { url: string }) =>
    list.some((one) => one.url === url);
  let now = kept;
  for (const one of wanted.filter((one) => !has(kept, one))) {
    const created = await create(call, one);
    if (!created) {
      refused.push({ graph: one.graph, state: one.state });
      continue;
    }
    now = [...now, created];
    await keep(now);
  }
  for (const old of kept.filter((one) => one.id !== null && !has(wanted, one))) {
    await remove(call, old);
    now = now.filter((one) => one !== old);
    await keep(now);
  }
  return { kept: now, refused, undeletable: now.filter((one) => !has(wanted, one)) };
}

/** `whole` is its address with the token. */
type Wanted = Omit<Webhook, "id"> & { readonly whole: string };

/** Null when Timekit does not accept this pair. The path is known from Pipedream's source only. */
async function create(call: Call, { whole, ...webhook }: Wanted): Promise<Webhook | null> {
  try {
    const answer = await call("POST", "/webhooks", { ...webhook, url: whole, method: "post" });
    return { ...webhook, id: idIn(answer) };
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    if (error.code === "timekit-not-allowed") return null;
    throw error.code === "timekit-gone" ? new WorldError("timekit-by-hand", error.detail) : error;
  }
}

async function remove(call: Call, { id }: Webhook): Promise<void> {
  try {
    await call("DELETE", `/webhooks/${encodeURIComponent(id ?? "")}`);
  } catch (error) {
    if (!(error instanceof WorldError && error.code === "timekit-gone")) throw error;
  }
}

const createdSchema = z.object({
  meta: z.object({ message: z.string() }).optional().catch(undefined),
  data: z
    .object({ id: z.union([z.string().min(1), z.number()]) })
    .optional()
    .catch(undefined),
});

/** Timekit tells the id in the words of a sentence, "Created webhook with id 1234". */
function idIn(answer: string): string | null {
  const { data, success } = createdSchema.safeParse(jsonOf(answer));
  if (!success) return null;
  const told = data.meta && /\bid:?\s+["']?(?<id>[\w-]+)/i.exec(data.meta.message)?.groups?.id;
  return told ?? data.data?.id.toString() ?? null;
}
