import type { RefusalReason } from "../../../common/reasons.ts";
import type { SourceName } from "../../../common/sources.ts";
import type { TurnedAway } from "../../bookings/delivery.ts";
import { coalesce } from "../../lib/coalesce.ts";
import type { Standing } from "../../lib/tokens.ts";
import type { SigningSecrets } from "../../settings/signing.ts";
import type { Source } from "../../sources/source.ts";

/** What keeping count of what was turned away needs of the rest of Bookbell. */
export interface TurnedAwayParts {
  turnAway(turnedAway: readonly TurnedAway[]): Promise<void>;
  /** The signing secrets of a booking service. */
  signingSecrets(source: SourceName): Promise<SigningSecrets>;
  now(): number;
  /** They are counted. */
  onCounted(): unknown;
  onFault(error: unknown): void;
}

/** What came to an address that is not Bookbell's now. */
export interface Misdirected {
  readonly source: Source;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signature: string | undefined;
  readonly standing: Standing;
}

/** So many wait for the disk each with a line of its own; what comes beyond that is only counted. */
const mostWaiting = 100;

/** Keeps count of what was turned away, or came over an address that ends soon, one write at a time, so that a flood of it holds up no booking. */
export function createTurnedAway(parts: TurnedAwayParts) {
  let waiting: TurnedAway[] = [];

  const write = coalesce(async () => {
    const taken = waiting;
    if (taken.length === 0) return;
    waiting = [];
    try {
      await parts.turnAway(taken);
    } catch (error) {
      // Told with the next ones: that nothing can be kept is the graver trouble, and said already.
      waiting = [...taken, ...waiting].slice(-mostWaiting);
      throw error;
    }
    await parts.onCounted();
  }, parts.onFault);

  function add(one: TurnedAway) {
    const last = waiting.findLastIndex(({ tally }) => tally === one.tally);
    const before = waiting[last];
    if (waiting.length < mostWaiting || !before) waiting.push(one);
    else waiting[last] = { ...one, count: before.count + one.count };
    void write();
  }

  return {
    /** What came to the right address was not taken in. */
    refused(reason: RefusalReason, bytes: number): void {
      const tally = reason === "signature" ? "unsigned" : "malformed";
      add({ tally, reason, bytes, count: 1, at: parts.now() });
    },
    /** A delivery was taken in over the old address. */
    overOld(bytes: number): void {
      add({ tally: "oldAddress", reason: "", bytes, count: 1, at: parts.now() });
    },
    /**
     * Something came to an address that is not Bookbell's now. With a signing secret only what it signed counts, so no
     * stranger can make Bookbell cry wolf; without one, what reads like a booking may be the service's, and surely is at
     * an address that was Bookbell's.
     */
    async misdirected({ source, headers, body, signature, standing }: Misdirected): Promise<void> {
      const receivedAt = parts.now();
      const { secrets, unreadable } = await parts.signingSecrets(source.name);
      const isSigned = source.signedBy(body, signature, secrets, receivedAt) !== null;
      const isChecked = unreadable || secrets.length > 0;
      if (isChecked ? !isSigned : !source.read({ headers, body })?.ok) return;
      const reason = standing === "ended" ? "ended" : isSigned ? "signed" : "likely";
      add({ tally: "misdirected", reason, bytes: body.byteLength, count: 1, at: receivedAt });
    },
  };
}
