import type { DestinationKind, Message, Rule } from "./destinations.ts";
import type { Posted } from "./outgoing-body.ts";
import type { Problem } from "./problems.ts";
import type { SecretView } from "./secrets.ts";

/** How a destination is. Times: epoch milliseconds. */
export type Standing =
  | { readonly state: "working" }
  /** It takes nothing at the moment and is tried again; `failures` = so often in a row. */
  | { readonly state: "failing"; readonly since: number; readonly failures: number; readonly why: Problem }
  /** It is not tried until its user has done something about it. */
  | { readonly state: "stopped"; readonly since: number; readonly why: Problem };

/** What the page may know of a destination: never its address. */
export interface DestinationView {
  readonly id: string;
  readonly kind: DestinationKind;
  readonly label: string;
  /** Of its address: the host, with its port if it has one, and the last four characters. */
  readonly host: string;
  readonly lastFour: string;
  /** Its address is not encrypted: others in the home network could read what is sent. */
  readonly isOpen: boolean;
  readonly standing: Standing;
  /** How its address is kept; `unreadable` = nothing can be sent. */
  readonly kept: Extract<SecretView, { kept: unknown }>["kept"] | "unreadable";
  /** Until when messages are signed with the key before, too, epoch milliseconds; null = there is none. */
  readonly earlierKeyUntil: number | null;
  /** So many messages wait. */
  readonly waiting: number;
  /** So many were given up, and are listed. */
  readonly givenUp: number;
}

/** A rule as the user writes it; without an id it is a new one. */
export interface RuleDraft extends Omit<Rule, "id" | "since"> {
  readonly id: string | null;
}

/** What a rule would have done. */
export interface Preview {
  /** So many of the last thirty days' changes it would have sent. */
  readonly count: number;
  /** There were more changes than were looked at. */
  readonly more: boolean;
  /** The latest of them, as they would have looked, newest first; at most three. */
  readonly latest: readonly { readonly at: number; readonly as: Posted }[];
  /** What one would look like, of a booking that nobody made. */
  readonly example: Posted;
}

/** What came of a test message. */
export type Tested = { readonly ok: true } | { readonly ok: false; readonly why: Problem };

/** One message that waits, or was given up. */
export interface OutgoingLine {
  readonly seq: number;
  readonly message: Message;
  /** When it was owed, epoch milliseconds. */
  readonly owedAt: number;
  readonly state: "waiting" | "given-up";
  readonly tries: number;
  /** It may have been taken all the same. */
  readonly doubtful: boolean;
  /** Why it was not taken at the last try; null = it was not tried. */
  readonly why: Problem | null;
}
