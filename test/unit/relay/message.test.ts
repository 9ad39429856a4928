import { expect, test } from "vitest";
import type { Incoming } from "../../../main/receivers/intake.ts";
import { sourceOf } from "../../../main/sources/registry.ts";
import { messageOf } from "../../../relay/message.ts";
import { payloadWith } from "../../support/timekit-payloads.ts";

const incoming = (changes: Partial<Incoming> & { name?: string } = {}): Incoming => {
  const { name = "timekit", ...others } = changes;
  const source = sourceOf(name);
  if (!source) throw new Error("No such source");
  return { source, body: Buffer.from("{}"), signature: undefined, headers: {}, test: false, ...others };
};
const subjectOf = (changes: Parameters<typeof incoming>[0]) =>
  messageOf(incoming(changes), "acme", 1).subject;

test("what is told of project and resource sorts it, where it can be part of a subject", () => {
  const told = (project: unknown, user: unknown) =>
    subjectOf({ body: payloadWith("instant.confirmed", { project, user, resource: null }) });
  expect(told({ id: "p-1", name: "P" }, { id: "r2", name: "R" })).toBe("bb.acme.b.timekit.p-1.r2");
  expect(told(null, null)).toBe("bb.acme.b.timekit._._");
  for (const id of ["a.b", "*", ">", "a b", "é", "x".repeat(65), ""])
    expect(told({ id, name: "P" }, { id, name: "R" })).toBe("bb.acme.b.timekit._._");
});

test("what cannot be read is for everybody", () => {
  for (const body of ["", "no JSON", "[]", '{"id":1}'])
    expect(subjectOf({ body: Buffer.from(body) })).toBe("bb.acme.b.timekit._._");
  expect(subjectOf({ name: "calendly" })).toBe("bb.acme.b.calendly._._");
});

test("only a seat's own name leads to that seat alone", () => {
  expect(subjectOf({ headers: { "x-bookbell-seat": "anna" } })).toBe("bb.acme.probe.anna");
  for (const seat of ["anna.b", "*", ">", ""])
    expect(subjectOf({ headers: { "x-bookbell-seat": seat } })).toBe("bb.acme.b.timekit._._");
});

test("its id is that of the bytes, the signature, the service and the question", () => {
  const idOf = (changes: Parameters<typeof incoming>[0], at = 1) =>
    messageOf(incoming(changes), "acme", at).id;
  const asked = (nonce: string) => ({ "x-bookbell-seat": "anna", "x-bookbell-probe": nonce });
  const all = [
    idOf({}),
    idOf({ body: Buffer.from("{} ") }),
    idOf({ signature: "a" }),
    idOf({ signature: "b" }),
    idOf({ name: "zapier" }),
    idOf({ headers: asked("1") }),
    idOf({ headers: asked("2") }),
  ];
  expect(new Set(all).size).toBe(all.length);
  // However late it comes again, and through whatever sender.
  expect(idOf({ headers: { "user-agent": "another" } }, 2)).toBe(all[0]);
});

test("a question goes by itself after a while; a header stays within its line", () => {
  const asked = { "x-bookbell-seat": "anna", "x-bookbell-probe": "nonce", "user-agent": "a\r\nBb-V: 2é" };
  const { headers } = messageOf(incoming({ headers: asked, signature: "s".repeat(300) }), "acme", 7);
  expect(headers).toEqual({
    "Bb-V": "1",
    "Bb-Received-At": "7",
    "Bb-Source": "timekit",
    "Bb-H-user-agent": "a??Bb-V: 2?",
    "Bb-H-x-timekit-signature": "s".repeat(200),
    "Bb-Probe": "nonce",
    "Nats-TTL": "10m",
  });
});
