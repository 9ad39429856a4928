import type { Standing } from "../../common/destination-view.ts";
import type { Problem } from "../../common/problems.ts";
import type { Outgoing } from "./destination.ts";

/** One message that waits. Times: epoch milliseconds. */
export interface Waiting extends Outgoing {
  readonly seq: number;
  readonly owedAt: number;
  /** When its booking is over; null = not known. */
  readonly endsAt: number | null;
  /** So often it was tried before. */
  readonly tries: number;
}

/** What became of messages at a try. */
export type Settled =
  | { readonly state: "sent" }
  /** They wait on. `refused`: for their own sake, which is counted; `tried` = false: as if it had not been begun. */
  | {
      readonly state: "owed";
      readonly why: Problem | null;
      readonly doubtful: boolean;
      readonly refused: boolean;
      readonly tried: boolean;
    }
  | { readonly state: "given-up"; readonly why: Problem };

/** What is owed to destinations, on the disk. Each call is one transaction. */
export interface Queue {
  /** The ids of destinations, not of stopped ones, for which something waits. */
  due(): Promise<readonly string[]>;
  /** What waits for one, oldest first, at most `most` of it. */
  waiting(destination: string, most: number): Promise<readonly Waiting[]>;
  /** They are about to be sent: should Bookbell end before it is known what came of that, they are doubtful. */
  begin(seqs: readonly number[]): Promise<void>;
  /** How it ended, and how their destination is since; a null standing leaves that as it is. */
  settle(
    destination: string,
    seqs: readonly number[],
    settled: Settled,
    standing: Standing | null,
  ): Promise<void>;
  /** What was about to be sent when Bookbell ended is doubtful; to be called once, before anything is sent. */
  recover(): Promise<void>;
}
