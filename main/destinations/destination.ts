import type { DestinationKind, Message } from "../../common/destinations.ts";
import type { ProblemOf } from "../../common/problems.ts";

/** Why a destination takes nothing at the moment. It is tried again. */
export type FailingReason = ProblemOf<
  | "slack-busy"
  | "destination-silent"
  | "destination-uncertified"
  | "destination-failing"
  | "destination-busy"
  | "destination-elsewhere"
  | "destination-odd"
  | "destination-clock"
  | "target-unreadable"
>;

/** What is wrong with one message. The next ones may be taken. */
export type RefusedReason = ProblemOf<"slack-turned-down" | "destination-turned-down">;

/** Why a destination will take nothing any more until its user has done something about it. */
export type StoppedReason = ProblemOf<
  | "slack-removed"
  | "slack-archived"
  | "slack-not-allowed"
  | "destination-not-allowed"
  | "destination-gone"
  | "destination-long-silent"
  | "target-reserved"
  | "target-unencrypted"
>;

/** What came of one try. */
export type Outcome =
  | { readonly result: "sent" }
  | {
      readonly result: "again";
      readonly why: FailingReason;
      /** How long it asks to be left alone, milliseconds; null = it does not say. */
      readonly afterMs: number | null;
      /** Whether the message may have been taken all the same. */
      readonly doubtful: boolean;
    }
  | { readonly result: "refused"; readonly why: RefusedReason }
  | { readonly result: "stopped"; readonly why: StoppedReason };

/** One message as it goes out. */
export interface Outgoing {
  readonly message: Message;
  /** It may have been taken at an earlier try. */
  readonly doubtful: boolean;
  /** So often it was turned down for its own sake. */
  readonly refusals: number;
}

/** What goes out at once. */
export type Batch<One extends Outgoing = Outgoing> = readonly [One, ...(readonly One[])];

/** One way out besides the desktop. */
export interface Destination {
  readonly kind: DestinationKind;
  /**
   * Sends one, or, where there are more, all of them as one digest, which only Slack's kinds can. Null = this computer is
   * offline: nothing was tried. Never rejects, unless the signal says so.
   */
  send(outgoing: Batch, signal: AbortSignal): Promise<Outcome | null>;
}

/** What a destination answered, as far as that matters; no more of the body than a kilobyte. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The headers of those names. */
  readonly retryAfter: string | null;
  readonly date: string | null;
}

export const sent: Outcome = { result: "sent" };
export const refused = (why: RefusedReason): Outcome => ({ result: "refused", why });
export const stopped = (why: StoppedReason): Outcome => ({ result: "stopped", why });
export const again = (why: FailingReason, afterMs: number | null = null, doubtful = false): Outcome => ({
  result: "again",
  why,
  afterMs,
  doubtful,
});
