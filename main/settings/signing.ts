import type { SigningView } from "../../common/view.ts";
import { type ClockReading, watchDeadline } from "../lib/deadline.ts";
import type { Safe } from "./safe.ts";
import type { KeptSecret, KeptSigning } from "./schema.ts";
import type { Secret } from "./secret.ts";
import { noSigning, type SigningSlot } from "./signing-slot.ts";

/** The secrets that a delivery may be signed with. */
export interface SigningSecrets {
  /** Those that can be read, newest first. */
  readonly secrets: readonly string[];
  /** There is another one, which cannot be read now: nobody knows what it would have signed. */
  readonly unreadable: boolean;
}

/** What keeping signing secrets needs of the rest of Bookbell. */
export interface SigningParts {
  readonly slot: SigningSlot;
  readonly safe: Safe;
  readClocks(): ClockReading;
}

/** A booking service's signing secret: the newest, and those whose place it took. */
export interface Signing extends Secret {
  /** All that count, the newest first. */
  all(): Promise<SigningSecrets>;
  /** To be told which secret has signed a delivery. */
  signed(secret: string): Promise<void>;
  /** From now on only the newest counts. */
  removeEarlier(): void;
  /** Lets the earlier ones go once their time is over; to be called every minute. */
  minute(): void;
  signingView(): SigningView;
}

const mostEarlier = 2;
const week = 7 * 86_400_000;

/**
 * A secret that is set anew leaves the one before in force, so that a renewal at the service loses nothing: until the user
 * removes it, or until a week after the first delivery that the new one signed.
 */
export function createSigning(newest: Secret, parts: SigningParts): Signing {
  const { slot, safe, readClocks } = parts;
  const look = watchDeadline(week, readClocks);
  const signing = slot.rest;
  const all = (): KeptSecret[] => {
    const first = slot.newest();
    return first ? [first, ...signing().earlier] : [];
  };

  function hold(part: Partial<KeptSigning>) {
    slot.keep({ rest: { ...signing(), ...part } }, "hold");
  }

  function minute() {
    const { until } = signing();
    const stands = look(until);
    if (until !== null && stands === null) hold({ earlier: [], until: null });
    else if (stands !== until) hold({ until: stands });
  }

  /** What is not written down is gone after a restart, and must not make every delivery a doubtful one. */
  function letGoOfLost() {
    const earlier = signing().earlier.filter(({ kept }) => kept !== "session");
    if (earlier.length < signing().earlier.length) hold({ earlier });
  }

  letGoOfLost();
  return {
    ...newest,
    async all() {
      const read = await Promise.all(all().map(safe.open));
      return { secrets: read.filter((secret) => secret !== null), unreadable: read.includes(null) };
    },
    async set(secret, plain) {
      // One that cannot be read could never be told from the new one.
      const read = await Promise.all(
        all().map(async (kept) => ({ kept, still: ![null, secret].includes(await safe.open(kept)) })),
      );
      const earlier = read.filter(({ still }) => still).map(({ kept }) => kept);
      slot.keep({
        newest: await safe.lock(secret, plain),
        rest: { setAt: readClocks().wall, earlier: earlier.slice(0, mostEarlier), until: null },
      });
    },
    clear() {
      slot.keep({ newest: null, rest: noSigning });
    },
    async signed(secret) {
      if (signing().earlier.length === 0 || signing().until !== null) return;
      if ((await newest.get()) === secret) hold({ until: readClocks().wall + week });
    },
    removeEarlier() {
      slot.keep({ rest: { ...signing(), earlier: [], until: null } });
    },
    minute,
    signingView: () => ({
      setAt: signing().setAt,
      earlier: signing().earlier.length,
      until: signing().until,
    }),
  };
}
