import { expect, test } from "vitest";
import { redact } from "../../../main/lifecycle/redact.ts";
import { leastWork } from "../../support/work.ts";

test.each([
  ['{"to":"marty@example.net"} <doc@example.net>', '{"to":"‹mail›"} <‹mail›>'],
  [`${"x".repeat(5_000)}@example.net`, "‹mail›"],
  [
    `key ${"k".repeat(32)}, id b00c0000-2222-4222-8222-000000000001`,
    "key ‹secret›, id b00c0000-2222-4222-8222-000000000001",
  ],
])("a log has no mail address and no secret: %.50j", (line, written) => {
  expect(redact(line)).toBe(written);
});

test.each(["x", "x.", "-", "@"])(
  "ten times as much of %j takes no more than some ten times the work",
  async (piece) => {
    const work = (size: number) => leastWork(() => redact(piece.repeat(size / piece.length)));
    // Quadratic would be a hundred times. Of a million, what costs is the memory that V8's own stack takes for them.
    expect(await work(200_000)).toBeLessThan(40 * (await work(20_000)));
  },
);
