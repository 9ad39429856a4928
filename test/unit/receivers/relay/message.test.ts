import { expect, test } from "vitest";
import { readMessage } from "../../../../main/receivers/relay/message.ts";
import { sourceOf } from "../../../../main/sources/registry.ts";

const now = 1_800_000_000_000;
const parts = { sourceOf, seat: "anna" };
const body = Buffer.from('{"id":"1"}');
const headers = {
  "bb-v": "1",
  "bb-received-at": `${now - 1_000}`,
  "bb-source": "timekit",
  "bb-h-content-type": "application/json",
  "bb-h-x-timekit-signature": "abc",
};
const read = (subject: string, changes: Record<string, string | undefined> = {}) => {
  const all = Object.entries({ ...headers, ...changes }).filter(([, value]) => value !== undefined);
  return readMessage(
    { subject, headers: Object.fromEntries(all) as Record<string, string>, body },
    parts,
    now,
  );
};

test("a booking is what its service sent, with both times", () => {
  expect(read("bb.acme.b.timekit._._")).toEqual({
    kind: "delivery",
    clockAhead: false,
    incoming: {
      source: sourceOf("timekit"),
      body,
      signature: "abc",
      headers: { "content-type": "application/json", "arrived-at": new Date(now).toISOString() },
      test: false,
      relayed: { receivedAt: now - 1_000 },
    },
  });
});

test("a header of the request is cut, and only what helps is kept", () => {
  const found = read("bb.acme.b.timekit._._", {
    "bb-h-user-agent": "x".repeat(500),
    "bb-h-cookie": "secret",
    "nats-msg-id": "m",
  });
  expect(found).toMatchObject({ incoming: { headers: { "user-agent": "x".repeat(200) } } });
  expect(JSON.stringify(found)).not.toContain("secret");
});

test("a test booking comes on the seat's own subject", () => {
  expect(read("bb.acme.probe.anna", { "bb-h-x-bookbell-proof": "mark" })).toMatchObject({
    kind: "delivery",
    incoming: { test: true },
  });
});

test("a probe is the question, come back", () => {
  expect(read("bb.acme.probe.anna", { "bb-probe": "n1" })).toEqual({ kind: "probe", nonce: "n1", body });
});

test.each([{ "bb-probe": "n1" }, {}])("what is another seat's is not read", (changes) => {
  expect(read("bb.acme.probe.ben", changes)).toEqual({ kind: "foreign" });
});

test.each([
  ["a service that this version does not know", { "bb-source": "acuity" }],
  ["a service with a name of the language's", { "bb-source": "constructor" }],
  ["no service", { "bb-source": undefined }],
  ["another form", { "bb-v": "2" }],
])("%s is kept as it is", (_what, changes) => {
  expect(read("bb.acme.b.x._._", changes)).toMatchObject({ kind: "unknown", receivedAt: now - 1_000 });
});

test("a relay whose clock is wrong is found out, and not believed", () => {
  expect(read("bb.acme.b.timekit._._", { "bb-received-at": `${now + 3_600_000}` })).toMatchObject({
    clockAhead: true,
    incoming: { relayed: { receivedAt: now } },
  });
});
