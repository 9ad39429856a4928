import { expect, test } from "vitest";
import type { UnreadableReason } from "../../../../common/reasons.ts";
import { keptReason, reasonOf } from "../../../../main/store/tables/kept-reason.ts";

test.each<UnreadableReason>([
  { code: "not-json" },
  { code: "too-deep", levels: 64 },
  { code: "no-object" },
  { code: "no-text", fields: ["id", "state"] },
  { code: "read-failed", error: "RangeError" },
  { code: "not-kept", error: "Error" },
])("%j is kept as it is", (reason) => expect(reasonOf(keptReason(reason))).toEqual(reason));

test("what was taken in has none, and what was refused its code", () => {
  expect(reasonOf("")).toBeNull();
  expect(reasonOf("signature")).toEqual({ code: "signature" });
});

test.each([
  "The body is not JSON in UTF-8.",
  "This is not a Timekit booking: state must be a text.",
  // Of a later version, or damaged.
  '{"code":"moon-phase"}',
  '{"code":"too-deep","levels":"many"}',
  '{"code":"no-te',
  "7",
])("%s is shown as it was kept", (text) => expect(reasonOf(text)).toEqual({ code: "as-told", text }));
