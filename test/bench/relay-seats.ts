import { readInvitation } from "../../common/invitation.ts";
import { openLink } from "../../main/receivers/relay/link.ts";
import { subscribe } from "../../main/receivers/relay/subscription.ts";
import { sourceOf } from "../../main/sources/registry.ts";
import { within } from "../support/desktop/changes.ts";

/** Laptops at a relay: Bookbell's own client, each with a seat and a connection of its own, and no store. */
export type Seats = ReturnType<typeof createSeats>;

const mostWaitMs = 600_000;

/** So many connect at once: more would sign in too slowly for the server, for all of them share one process here. */
const atOnce = 4;

export function createSeats() {
  const ends: (() => Promise<void>)[] = [];
  let waiting: { left: number; done(at: number): void } | null = null;

  function took() {
    if (!waiting) return;
    waiting.left -= 1;
    if (waiting.left === 0) waiting.done(performance.now());
  }

  async function open(text: string): Promise<void> {
    const invitation = readInvitation(text);
    if (typeof invitation === "string") throw new Error(`That is no invitation: ${invitation}`);
    const link = await openLink(invitation, null, () => ({}), new AbortController().signal);
    const subscription = subscribe(link, {
      seat: invitation.seat,
      sourceOf,
      async receive() {
        took();
        return { kind: "unreadable", reason: { code: "not-json" } };
      },
      take: async () => {},
      now: Date.now,
      silent: true,
      onProbe() {},
      onClockAhead() {},
      onLeft() {},
      onCaughtUp() {},
      whenKeeping: async () => {},
      onFault(error) {
        throw error;
      },
    });
    ends.push(subscription.close);
  }

  return {
    /** Has the laptops of these invitations come. */
    async open(invitations: readonly string[]): Promise<void> {
      const queue = invitations.values();
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const one of queue) await open(one);
        }),
      );
    },
    /** When all of them together have taken so many more messages. */
    next: (count: number): Promise<number> =>
      within(
        new Promise<number>((done) => {
          waiting = { left: count, done };
        }),
        mostWaitMs,
        "Not delivered",
      ),
    async close(): Promise<void> {
      await Promise.all(ends.splice(0).map((end) => end()));
    },
  };
}
