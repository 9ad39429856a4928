import { expect, test } from "vitest";
import type { Outcome } from "../../../../main/receivers/intake.ts";
import { answerTo, isSuspect } from "../../../../main/receivers/relay/answer.ts";

const acknowledged = { do: "acknowledge" };

test.each<[string, Outcome, object]>([
  [
    "what is kept",
    { kind: "taken", taken: { verdict: "first", bookingId: "a", change: null, owed: null } },
    acknowledged,
  ],
  ["what was known", { kind: "taken", taken: { verdict: "gone" } }, acknowledged],
  [
    "what cannot be read, which the store has set aside",
    { kind: "unreadable", reason: { code: "not-json" } },
    acknowledged,
  ],
  ["what nobody signed", { kind: "unsigned" }, { do: "set-aside", reason: "unsigned" }],
  ["what cannot be kept", { kind: "unavailable", cause: new Error("FULL") }, { do: "leave", ms: 5_000 }],
])("%s: the answer", (_what, outcome, answer) => expect(answerTo(outcome)).toEqual(answer));

test("what came five times may be what ends Bookbell", () => {
  expect([1, 4, 5, 50].map(isSuspect)).toEqual([false, false, true, true]);
});
