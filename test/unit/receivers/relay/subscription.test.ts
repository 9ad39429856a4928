import { expect, test } from "vitest";
import type { Link } from "../../../../main/receivers/relay/link.ts";
import { subscribe } from "../../../../main/receivers/relay/subscription.ts";
import { sourceOf } from "../../../../main/sources/registry.ts";

/** A link that stays, over which fetching ends by itself without a word of why. */
function endingLink(): Link {
  const messages = {
    async *[Symbol.asyncIterator]() {},
    async *status() {},
    async close() {},
  };
  const connection = {
    closed: () => new Promise(() => {}),
    isClosed: () => false,
    async rtt() {},
    async close() {},
  };
  return { connection, consumer: { consume: async () => messages }, waiting: 0 } as unknown as Link;
}

const parts = {
  seat: "anna",
  sourceOf,
  receive: async () => ({ kind: "unreadable", reason: { code: "not-json" } }) as const,
  take: async () => {},
  now: () => 0,
  silent: false,
  onProbe() {},
  onClockAhead() {},
  onLeft() {},
  onCaughtUp() {},
  whenKeeping: async () => {},
  onFault: (error: unknown) => expect.fail(String(error)),
};

test("that fetching ended by itself is a link that is lost, or nothing would come while all looks well", async () => {
  const subscription = subscribe(endingLink(), parts);
  expect((await subscription.lost).code).toBe("relay-unreachable");
  await subscription.close();
});

test("that it was ended is none", async () => {
  const subscription = subscribe(endingLink(), parts);
  await subscription.close();
  const lost = await Promise.race([subscription.lost, new Promise((resolve) => setImmediate(resolve))]);
  expect(lost).toBeUndefined();
});
