import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { spellingsOf } from "../../../../main/bookings/mentions.ts";
import { calcom } from "../../../../main/sources/calcom/source.ts";
import { calcomBody } from "../../../support/calcom.ts";

// Computed here, by Cal.com's algorithm: no signature of Cal.com's own has been published.
const secret = "cal-secret-1";
const body = Buffer.from('{"triggerEvent":"PING","payload":{"title":"Zo\\u00eb"}}');

describe("the signature", () => {
  const sign = (bytes: Uint8Array, key: string) => createHmac("sha256", key).update(bytes).digest("hex");

  test("is the hex HMAC-SHA256 of the bytes as they came", () => {
    expect(calcom.signedBy(body, sign(body, secret), ["other", secret], 0)).toBe(secret);
    expect(calcom.signatureHeader).toBe("x-cal-signature-256");
  });

  test.each([
    ["of other bytes", sign(Buffer.from(JSON.stringify(JSON.parse(body.toString()))), secret)],
    ["of another secret", sign(body, "other")],
    ["in capitals", sign(body, secret).toUpperCase()],
    ["with a prefix", `sha256=${sign(body, secret)}`],
    ["cut off", sign(body, secret).slice(0, 8)],
    ["said to be missing", "no-secret-provided"],
    ["empty", ""],
    ["missing", undefined],
  ])("%s is none", (_what, signature) => {
    expect(calcom.signedBy(body, signature, [secret], 0)).toBeNull();
  });

  test("counts for nothing without a secret", () => {
    expect(calcom.signedBy(body, "no-secret-provided", [], 0)).toBeNull();
  });
});

test.each([
  ["created", "Sam.Okafor@example.net", true],
  ["created", "ana.lima@example.org", true],
  ["created", "nora.lindqvist@example.com", false],
  ["created.team", "theo.brandt@example.com", false],
  ["cancelled.by-customer", "sam.okafor@example.net", true],
  ["cancelled.by-host", "nora.lindqvist@example.com", false],
  ["row/accepted", "sam.okafor@example.net", true],
  ["row/accepted", "nora.lindqvist@example.com", false],
  ["refused/template", "sam.okafor@example.net", false],
  ["silent/no-show", "sam.okafor@example.net", true],
])("whether %s tells of %s: %s", (name, address, expected) => {
  expect(calcom.tellsOf(calcomBody(name), spellingsOf(address))).toBe(expected);
});

test("a body that is no JSON tells of whoever is in it", () => {
  const form = Buffer.from("booker=sam.okafor%40example.net");
  expect(calcom.tellsOf(form, spellingsOf("sam.okafor@example.net"))).toBe(true);
});
