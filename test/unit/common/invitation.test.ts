import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Invitation,
  invitationFaults,
  readInvitation,
  relayHook,
  writeInvitation,
} from "../../../common/invitation.ts";
import { keyedInvitation, someInvitation } from "../../support/invitation.ts";

const line = writeInvitation(someInvitation);
const lineOf = (value: unknown) =>
  `bookbell-relay:1.${Buffer.from(JSON.stringify(value)).toString("base64url")}`;

test("an invitation is one line without blanks, which gives back what it was made of", () => {
  expect(line).toMatch(/^bookbell-relay:1\.[\w-]+$/);
  expect(readInvitation(line)).toEqual(someInvitation);
});

test("one for a key that the laptop made holds no seed", () => {
  const keyed = keyedInvitation();
  expect(readInvitation(writeInvitation(keyed))).toEqual(keyed);
  expect(JSON.stringify(keyed)).not.toMatch(/SU[A-Z2-7]{56}/);
});

test("a team may have any name, and the access an end", () => {
  const other = { ...someInvitation, team: "Praxis Müller 🦷", until: 1_800_000_000_000, registers: true };
  expect(readInvitation(writeInvitation(other))).toEqual(other);
});

test("it may come out of a file, and broken into lines by a mail program", () => {
  expect(readInvitation(`${line}\n`)).toEqual(someInvitation);
  expect(readInvitation(` ${line.replace(/.{70}/g, "$&\r\n")}`)).toEqual(someInvitation);
});

test("what a later version adds to it is no fault", () => {
  expect(readInvitation(lineOf({ ...someInvitation, region: "eu" }))).toEqual(someInvitation);
});

test.each([
  ["nothing", "", "not-an-invitation"],
  ["an address", "https://relay.example.com/hooks/timekit/x", "not-an-invitation"],
  ["another prefix", line.replace("relay", "really"), "not-an-invitation"],
  ["words around it", `Here: ${line}`, "not-an-invitation"],
  ["far more than any invitation", line + "A".repeat(40_000), "not-an-invitation"],
  ["a newer version", line.replace(":1.", ":2."), "newer"],
  ["the prefix alone", "bookbell-relay:1.", "damaged"],
  ["the end cut off", line.slice(0, -40), "damaged"],
  ["the middle lost", line.slice(0, 300) + line.slice(400), "damaged"],
  ["another alphabet", line.replace(/.$/, "+"), "damaged"],
  [
    "what is no UTF-8",
    `bookbell-relay:1.${Buffer.from([0x22, 0xff, 0x22]).toString("base64url")}`,
    "damaged",
  ],
  ["a list", lineOf([someInvitation]), "damaged"],
] as const)("%s is refused: %s", (_what, text, fault) => expect(readInvitation(text)).toBe(fault));

const hook = (start: string) => `${start}/hooks/timekit/${"t".repeat(43)}`;

test.each<[string, Record<string, unknown>]>([
  ["another version within", { v: 2 }],
  ["no team", { team: "" }],
  ["a team with a line break", { team: "Acme\nInc" }],
  ["a hook without its token", { hook: "https://relay.example.com/hooks/timekit/" }],
  ["a hook with a password in it", { hook: hook("https://a:b@relay.example.com") }],
  ["a hook with a query", { hook: `${someInvitation.hook}?a=b` }],
  ["a hook that is no address", { hook: hook("relay.example.com") }],
  ["no door", { nats: [] }],
  ["a door with a password in it", { nats: ["wss://a:b@relay.example.com/nats"] }],
  ["too many doors", { nats: Array(10).fill("wss://relay.example.com/nats") }],
  ["a stream that is a pattern", { stream: "BB.>" }],
  ["a durable that is a pattern", { durable: "*" }],
  ["a seat that is two parts of a subject", { seat: "anna.b" }],
  ["an api that is a pattern", { api: "bb.*" }],
  ["an api that is JetStream's own", { api: "$JS.API" }],
  ["nothing kept", { keepDays: 0 }],
  ["half a day kept", { keepDays: 0.5 }],
  ["no creds", { creds: "" }],
  ["creds without a seed", { creds: someInvitation.creds.split("\n\n")[0] }],
  ["creds of an account", { creds: someInvitation.creds.replace("SUA", "SAA") }],
  ["neither a seed nor a key", { creds: { jwt: "a.b.c" } }],
  ["a key without what was signed for it", { creds: { key: `U${"B".repeat(55)}` } }],
  ["a seed where the key should be", { creds: { jwt: "a.b.c", key: `SU${"B".repeat(56)}` } }],
  ["another's kind of key", { creds: { jwt: "a.b.c", key: `A${"B".repeat(55)}` } }],
  ["a JWT of two parts", { creds: { jwt: "a.b", key: `U${"B".repeat(55)}` } }],
  ["both a key and creds", { creds: { jwt: "a.b.c", key: `U${"B".repeat(55)}`, seed: "SU" } }],
  ["an end that is no time", { until: "tomorrow" }],
  ["no word on who registers", { registers: undefined }],
])("%s is damage", (_what, change) => {
  expect(readInvitation(lineOf({ ...someInvitation, ...change }))).toBe("damaged");
});

test.each<[string, Partial<Invitation>]>([
  ["http", { hook: hook("http://relay.example.com") }],
  ["ws", { nats: ["ws://relay.example.com/nats"] }],
  ["ws to one of several doors", { nats: [...someInvitation.nats, "ws://b.example.com/nats"] }],
  ["NATS' own protocol", { nats: ["nats://relay.example.com:4222"] }],
  ["http to a name that only looks like this computer", { hook: hook("http://127.0.0.1.example.com") }],
])("%s is refused", (_what, change) => {
  expect(readInvitation(writeInvitation({ ...someInvitation, ...change }))).toBe("unencrypted");
});

test.each(["127.0.0.1", "[::1]", "localhost"])("on %s nothing need be encrypted", (host) => {
  const local = { ...someInvitation, hook: hook(`http://${host}:8080`), nats: [`ws://${host}:8081`] };
  expect(readInvitation(writeInvitation(local))).toEqual(local);
});

test("each service has an address at the relay", () => {
  expect(relayHook(someInvitation, "calcom")).toBe(
    `https://relay.example.com/hooks/calcom/${"t".repeat(43)}`,
  );
  expect(relayHook(someInvitation, "timekit")).toBe(someInvitation.hook);
});

test("whatever is pasted is an invitation, or has one of the faults", () => {
  const cut = fc.tuple(fc.nat(line.length), fc.nat(line.length), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(cut, ([from, to, put]) => {
      const read = readInvitation(line.slice(0, from) + put + line.slice(to));
      if (typeof read === "string") expect(invitationFaults).toContain(read);
      else expect(readInvitation(writeInvitation(read))).toEqual(read);
    }),
    { numRuns: 2_000 },
  );
});
