import type { OwedAlert } from "../bookings/delivery.ts";
import { isHalf } from "../bookings/reschedule.ts";
import { coalesce } from "../lib/coalesce.ts";
import { lookAgainMs } from "../lib/look-again.ts";
import type { ResolvedAlert, Silenced } from "../store/tables/alerts.ts";
import { type DigestState, nextDigest, noDigest } from "./digest.ts";
import { createInHand } from "./in-hand.ts";
import type { Told } from "./notifiers/notifier.ts";
import { createTold, type ToldParts } from "./told.ts";

/** How long the first half of a reschedule waits for the other, which mostly comes with it. */
const halfWaitsMs = 2_000;
/** A digest that counted every booking of a burst at once would keep the daemon drawing. */
const digestEveryMs = 1_000;
/** That one need not be told is kept with the next ones: while bookings pour in, each commit holds up theirs. */
const silentEachMs = 50;

/** What the outbox needs of the rest of Bookbell. */
export interface OutboxParts extends Pick<ToldParts, "marker" | "now" | "onFault"> {
  owed(): Promise<readonly OwedAlert[]>;
  resolve(resolved: readonly ResolvedAlert[]): Promise<void>;
  /** Keeps that these wait, and are to be found in the window. */
  tried(seqs: readonly number[], at: number): Promise<void>;
  /** Whether to show an alert, or why not. */
  decide(alert: OwedAlert): "show" | Silenced;
  show(alert: OwedAlert): Promise<Told>;
  /** Shows all of a burst as one, in the place of what it showed of it before. */
  showDigest(alerts: readonly OwedAlert[]): Promise<Told>;
  /** How many could not be shown and wait; after each go. */
  onWaiting(count: number): void;
  /** Settles after so many milliseconds: until then what comes waits, and is told together. */
  pause(ms: number): Promise<void>;
  /** Settles after so many milliseconds. */
  later(ms: number): Promise<unknown>;
}

/**
 * Tells what is owed, oldest first. Call it after every delivery, every minute, when the system can show again, and at
 * start: what could not be shown then is told until its booking is past, what a crash left untold is told, and nothing
 * that is on the screen is told again. One that fails, whether at the screen or in the store, holds up no other; but
 * when the system hangs, or shows nothing at all, all wait for it. Where it is handed the alert that a delivery owes, or
 * null for none, it need not ask the store for it, unless it cannot know that nothing else is owed: the store is right,
 * whatever was handed in.
 */
export function createOutbox(parts: OutboxParts): (handed?: OwedAlert | null) => Promise<void> {
  const { now, onFault } = parts;
  let digest: DigestState<OwedAlert> = noDigest;
  let lookingLater = false;
  const inHand = createInHand(parts.owed);
  const told = createTold({
    ...parts,
    mark: (shown) => parts.resolve([...shown].map(([seq, at]) => ({ seq, outcome: "shown", at }))),
    onLate: () => void tell(),
  });

  /** @returns those to be shown, and whether the others are resolved */
  async function resolveSilent(owed: readonly OwedAlert[]) {
    const decided = owed.map((alert) => ({ alert, verdict: parts.decide(alert) }));
    const silent = decided.flatMap(({ alert: { seq }, verdict }) =>
      verdict === "show" ? [] : [{ seq, ...verdict, at: now() }],
    );
    let resolved = true;
    if (silent.length > 0)
      await parts.resolve(silent).catch((error) => {
        resolved = false;
        onFault(error);
      });
    return { loud: decided.filter(({ verdict }) => verdict === "show").map(({ alert }) => alert), resolved };
  }

  async function put(alerts: readonly OwedAlert[], next: DigestState<OwedAlert>, show: () => Promise<Told>) {
    const came = await told.show(
      alerts.map(({ seq }) => seq),
      show,
    );
    const count = () => {
      digest = next;
    };
    if (came === "shown") count();
    else if (typeof came === "object") void came.shown.then((shown) => shown && count());
    return came;
  }

  async function putEach(alerts: readonly OwedAlert[]) {
    for (const alert of alerts) {
      const came = await put([alert], nextDigest(digest, [alert], now()), () => parts.show(alert));
      // It hangs, or there is nobody.
      if (came !== "shown" && came !== "failed") return;
    }
  }

  /** How much longer it waits for its other half, in milliseconds; 0 = not. */
  function waitOf({ change, at }: OwedAlert): number {
    const age = now() - at;
    return isHalf(change) && age >= 0 ? Math.max(0, halfWaitsMs - age) : 0;
  }

  function lookLater(ms: number) {
    if (lookingLater) return;
    lookingLater = true;
    void parts.later(ms).then(() => {
      lookingLater = false;
      return tell();
    });
  }

  async function keepWaiting(alerts: readonly OwedAlert[]) {
    parts.onWaiting(alerts.length);
    const fresh = alerts.filter(({ tried }) => !tried).map(({ seq }) => seq);
    if (fresh.length > 0) await parts.tried(fresh, now()).catch(onFault);
  }

  const go = coalesce(async () => {
    const open = (await inHand.owed()).filter(({ seq }) => !told.isShown(seq));
    const { loud, resolved } = await resolveSilent(open);
    const waits = loud.map(waitOf).filter((ms) => ms > 0);
    if (waits.length > 0) lookLater(Math.min(...waits));
    const due = loud.filter((alert) => waitOf(alert) === 0);
    const untold = due.filter(({ seq }) => !told.isUnderWay(seq));
    const next = nextDigest(digest, untold, now());
    const asOne = untold.length > 0 && next.digest.length > 0;
    if (asOne) await put(untold, next, () => parts.showDigest(next.digest));
    else await putEach(untold);
    const left = due.filter(({ seq }) => !told.isShown(seq));
    await keepWaiting(left);
    const marked = await told.mark();
    if (marked && resolved && waits.length + left.length === 0) inHand.allTold();
    const silent = open.length - loud.length;
    if (asOne) await parts.pause(digestEveryMs);
    else if (silent > 0) await parts.pause(Math.min(lookAgainMs, silentEachMs * silent));
  }, onFault);

  const tell = (handed?: OwedAlert | null) => {
    inHand.add(handed);
    return go();
  };
  return tell;
}
