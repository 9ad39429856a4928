import { createHmac } from "node:crypto";
import { expect, test, vi } from "vitest";
import type { TurnedAway } from "../../../../main/bookings/delivery.ts";
import type { Standing } from "../../../../main/lib/tokens.ts";
import { createTurnedAway, type TurnedAwayParts } from "../../../../main/receivers/http/turned-away.ts";
import { timekit } from "../../../../main/sources/timekit/source.ts";
import { signing } from "../../../support/signing.ts";
import { payload } from "../../../support/timekit-payloads.ts";

const headers = {};
const noBooking = { ok: false, reason: { code: "not-json" } } as const;
const body = Buffer.from('{"id":"a"}');
const signed = createHmac("sha256", "a secret").update(body).digest("hex");

function aTurnedAway(changes: Partial<TurnedAwayParts> = {}) {
  const written: (readonly TurnedAway[])[] = [];
  const onCounted = vi.fn();
  const parts: TurnedAwayParts = {
    turnAway: async (some) => void written.push(some),
    ...signing(),
    now: () => 7,
    onCounted,
    onFault() {},
    ...changes,
  };
  return { ...createTurnedAway(parts), written, onCounted };
}

test("a refusal is written, and told", async () => {
  const { refused, written, onCounted } = aTurnedAway();
  refused("signature", 10);
  refused("method", 0);
  await vi.waitFor(() => expect(onCounted).toHaveBeenCalled());
  expect(written.flat()).toEqual([
    { tally: "unsigned", reason: "signature", bytes: 10, count: 1, at: 7 },
    { tally: "malformed", reason: "method", bytes: 0, count: 1, at: 7 },
  ]);
});

test("of a flood while the disk is slow only so many wait, and none is left uncounted", async () => {
  let go = () => {};
  const slow = new Promise<void>((resolve) => {
    go = resolve;
  });
  const written: TurnedAway[] = [];
  const { refused } = aTurnedAway({
    async turnAway(some) {
      await slow;
      written.push(...some);
    },
  });
  refused("signature", 1);
  await Promise.resolve().then(() => {});
  for (let i = 0; i < 5_000; i++) refused("signature", 2);
  go();
  await vi.waitFor(() => expect(written.reduce((sum, { count }) => sum + count, 0)).toBe(5_001));
  expect(written.length).toBeLessThanOrEqual(101);
});

test("what could not be written is written with the next", async () => {
  const written: TurnedAway[] = [];
  const turnAway = vi
    .fn<TurnedAwayParts["turnAway"]>(async (some) => void written.push(...some))
    .mockRejectedValueOnce(new Error("the disk is full"));
  const onFault = vi.fn();
  const { refused } = aTurnedAway({ turnAway, onFault });
  refused("signature", 1);
  await vi.waitFor(() => expect(onFault).toHaveBeenCalled());
  refused("signature", 2);
  await vi.waitFor(() => expect(written.map(({ bytes }) => bytes)).toEqual([1, 2]));
});

test.each<[string, string | null, string | undefined, boolean, Standing, string | null]>([
  ["signed with the secret", "a secret", signed, false, "unknown", "signed"],
  ["with another signature", "a secret", "0".repeat(64), true, "unknown", null],
  ["without a signature, where there is a secret", "a secret", undefined, true, "unknown", null],
  ["that reads like a booking, where there is no secret", null, undefined, true, "unknown", "likely"],
  ["that was Bookbell's, signed", "a secret", signed, false, "ended", "ended"],
  ["that was Bookbell's, with another signature", "a secret", "0".repeat(64), true, "ended", null],
  ["that was Bookbell's, a booking, where there is no secret", null, undefined, true, "ended", "ended"],
  [
    "that was Bookbell's, what is no booking, where there is no secret",
    null,
    undefined,
    false,
    "ended",
    null,
  ],
  ["that does not, where there is no secret", null, signed, false, "unknown", null],
])("what came to an old address %s", async (_what, secret, signature, isBooking, standing, reason) => {
  const { misdirected, refused, written } = aTurnedAway({
    ...signing(...(secret === null ? [] : [secret])),
  });
  const read = () => (isBooking ? timekit.read({ headers, body: payload("instant.confirmed") }) : noBooking);
  await misdirected({ source: { ...timekit, read }, headers, body, signature, standing });
  refused("method", 0);
  await vi.waitFor(() => expect(written.flat().at(-1)?.tally).toBe("malformed"));
  const found = written.flat().filter(({ tally }) => tally === "misdirected");
  expect(found.map((one) => one.reason)).toEqual(reason === null ? [] : [reason]);
});

test("while the secret cannot be read, nobody can tell whose it is", async () => {
  const { misdirected, refused, written } = aTurnedAway({
    signingSecrets: async () => ({ secrets: [], unreadable: true }),
  });
  await misdirected({ source: timekit, headers, body, signature: signed, standing: "ended" });
  refused("method", 0);
  await vi.waitFor(() => expect(written.flat().map(({ tally }) => tally)).toEqual(["malformed"]));
});
