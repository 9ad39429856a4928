import { expect, test } from "vitest";
import { spellingsOf } from "../../../../main/bookings/mentions.ts";
import { tellsOf } from "../../../../main/sources/timekit/tells-of.ts";

const ann = { email: "ann@example.net" };
const marty = { email: "marty@example.net" };

test.each<[string, unknown, boolean]>([
  ["nobody of that address", { customers: [marty] }, false],
  ["a customer", { customers: [marty, ann] }, true],
  ["who filled the form", { attributes: { customer: ann } }, true],
  ["a text", { attributes: { event: { description: "Ask ann@example.net" } } }, true],
  ["its host alone", { user: ann, customers: [marty] }, false],
  ["its resource alone", { resource: ann }, false],
  ["its calendar alone", { calendar: ann, attributes: {} }, false],
  ["its host, who is its customer, too", { user: ann, customers: [ann] }, true],
  ["its host, who filled the form", { user: ann, attributes: { customer: ann } }, true],
  ["its host alone, in an answer of the REST API", { data: { user: ann } }, false],
  ["a customer, in such an answer", { data: { user: ann, customers: [ann] } }, true],
  ["nothing that is a booking", [ann], true],
])("a body tells of %s", (_what, body, told) => {
  expect(tellsOf(Buffer.from(JSON.stringify(body)), spellingsOf(ann.email))).toBe(told);
});

test("a body that cannot be read tells of whom it names", () => {
  const broken = Buffer.from('{"user":{"email":"ann@example.net"');
  expect(tellsOf(broken, spellingsOf(ann.email))).toBe(true);
  expect(tellsOf(broken, spellingsOf(marty.email))).toBe(false);
});
