import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { signedBy } from "../../../../main/sources/calendly/verify.ts";
import { calendlyBody } from "../../../support/calendly-payloads.ts";
import { signedByCalendly } from "../../../support/calendly-signing.ts";

const [key, other] = ["oHx7nVQm1yT0", "bE55kPq9"];
const body = calendlyBody("invitee.created");
const sentAt = Date.parse("2026-12-01T09:41:09Z");
const header = signedByCalendly(key, body, sentAt);
const minute = 60_000;

test("a fixed body has a fixed signature", () => {
  // printf '%s' '1492774577.{"event":"invitee.created"}' | openssl dgst -sha256 -hmac 5mEzn9C-I28UtwOjZJtFoob0sAAFZ95GbZkqj4y3i0I
  const vector = "t=1492774577,v1=49339305cdadaade56f50769e2760ae445111e293a6569c8e3f5b0148f4c0e13";
  const known = Buffer.from('{"event":"invitee.created"}');
  const secret = "5mEzn9C-I28UtwOjZJtFoob0sAAFZ95GbZkqj4y3i0I";
  expect(signedBy(known, vector, [secret], 1_492_774_577_000)).toBe(secret);
});

test("the secret that signed is found among all that count", () => {
  expect(signedBy(body, header, [other, key], sentAt)).toBe(key);
  expect(signedBy(body, header, [other], sentAt)).toBeNull();
  expect(signedBy(body, header, [], sentAt)).toBeNull();
});

describe("the moment of sending", () => {
  test.each([0, -4 * minute, 4 * minute])("may be %d ms from that of receiving", (ms) => {
    expect(signedBy(body, header, [key], sentAt + ms)).toBe(key);
  });

  test.each([6 * minute, 86_400_000, -6 * minute])("may not be %d ms from it: it may be a copy", (ms) => {
    expect(signedBy(body, header, [key], sentAt + ms)).toBeNull();
  });

  test("counts by when it was received, however long that is ago", () => {
    const longAgo = Date.parse("2020-02-02T02:02:02Z");
    expect(signedBy(body, signedByCalendly(key, body, longAgo), [key], longAgo + minute)).toBe(key);
  });

  test("is signed: another one does not fit", () => {
    const later = header.replace(/t=\d+/, `t=${sentAt / 1_000 + 600}`);
    expect(signedBy(body, later, [key], sentAt + 10 * minute)).toBeNull();
  });
});

test("one of several signatures is enough, as while a key is changed", () => {
  const both = `${signedByCalendly(other, body, sentAt)},${header.split(",")[1]}`;
  expect(signedBy(body, both, [key], sentAt)).toBe(key);
  expect(signedBy(body, header.replace(",", " , "), [key], sentAt)).toBe(key);
});

const hex = createHmac("sha256", key).update(body).digest("hex");

test.each([
  undefined,
  "",
  hex,
  `v1=${hex}`,
  `t=,v1=${hex}`,
  header.replace("v1", "v0"),
  header.replace("t=", "t=+"),
  `${header},t=1`,
  header.slice(0, -1),
  "t=99999999999999999999,v1=00",
])("%s is no signature", (signature) => {
  expect(signedBy(body, signature, [key], sentAt)).toBeNull();
});

test("a changed body is not signed", () => {
  const changed = Buffer.from(body.toString().replace("active", "Active"));
  expect(signedBy(changed, header, [key], sentAt)).toBeNull();
});
