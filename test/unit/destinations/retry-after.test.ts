import { expect, test } from "vitest";
import { retryAfterMs } from "../../../main/destinations/retry-after.ts";
import { now } from "../../support/outgoing.ts";

test.each([
  ["30", 30_000],
  [" 0 ", 0],
  [new Date(now + 90_000).toUTCString(), 90_000],
  [new Date(now - 90_000).toUTCString(), 0],
  [null, null],
  ["", null],
  ["-5", null],
  ["5.5", null],
  ["1 hour", null],
  ["soon", null],
  ["9999999999999", null],
])("%j asks for %j ms", (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
