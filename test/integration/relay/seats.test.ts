import { expect, test } from "vitest";
import { newSeed, publicKeyOf } from "../../../main/settings/nkey.ts";
import { apply } from "../../../relay/admin/apply.ts";
import { change, invitationAgain, revoke } from "../../../relay/admin/seats.ts";
import { list } from "../../../relay/admin/standing.ts";
import { invitationIn } from "../../support/invitation.ts";
import { natsServerVersion } from "../../support/nats-server.ts";
import { aRelay, aTeam, openSeat, post } from "../../support/relay.ts";
import { payloadWith } from "../../support/timekit-payloads.ts";

const of = (project: string) =>
  payloadWith("instant.confirmed", { id: project, project: { id: project, name: project } });
const textOf = ({ data }: { data: Uint8Array }) => Buffer.from(data).toString();
/** Two letters changed places. */
const mistyped = (key: string) => key.replace(/(?<=^.{9,})(.)(?!\1)(.)/, "$2$1");
const isSorting = (await natsServerVersion()) >= 2.1;

test("an invitation works at once, also for who comes while others are at work", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const anna = await openSeat(await world.seat("anna", { registers: true, until: Date.now() + 86_400_000 }));
  const first = anna.take(1);
  const invitation = await world.seat("ben");
  await post(relay.url, "1");
  await first;
  const ben = await openSeat(invitation);
  expect((await ben.take(1)).map(textOf)).toEqual(["1"]);
  expect(anna.connection.isClosed()).toBe(false);
});

test("what an invitation says is what was asked for", async () => {
  const world = await aTeam();
  const until = Date.now() + 86_400_000;
  const invitation = await world.seat("anna", { registers: true, until });
  expect(invitation).toMatchObject({
    team: "Acme",
    hook: `${world.team.web}/hooks/timekit/${world.team.tokens[0]}`,
    nats: world.team.doors,
    stream: "BB_ACME",
    seat: "anna",
    keepDays: 14,
    registers: true,
    until,
  });
});

test("an invitation can be had again while the seat is there, and opens the same place", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const first = await world.seat("anna", { registers: true });
  for (const body of ["1", "2"]) await post(relay.url, body);
  await (await openSeat(first)).take(1);
  const { creds, ...again } = invitationIn(await invitationAgain("anna", world.parts));
  expect(again).toEqual({ ...first, creds: undefined });
  expect((await (await openSeat({ ...again, creds })).take(1)).map(textOf)).toEqual(["2"]);
  await revoke("anna", world.parts);
  await expect(invitationAgain("anna", world.parts)).rejects.toThrow("Nobody of the name anna");
});

test("one for the laptop's own key holds no seed, and lets in only who has it", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const [seed, other] = [newSeed(), newSeed()];
  const invitation = await world.seat("anna", { key: publicKeyOf(seed) });
  expect(JSON.stringify([invitation, world.keys.seat("anna")?.key])).not.toMatch(/SU[A-Z2-7]{56}/);
  await post(relay.url, "1");
  await expect(openSeat(invitation, other)).rejects.toThrow(/authorization/i);
  expect((await (await openSeat(invitation, seed)).take(1)).map(textOf)).toEqual(["1"]);
  // Had again, it is for the same key.
  await post(relay.url, "2");
  const again = invitationIn(await invitationAgain("anna", world.parts));
  const laptop = await openSeat(again, seed);
  expect((await laptop.take(1)).map(textOf)).toEqual(["2"]);
  await revoke("anna", world.parts);
  await laptop.connection.closed();
});

test("a seed in the place of a key is refused", async () => {
  const world = await aTeam();
  await expect(world.seat("anna", { key: newSeed() })).rejects.toThrow("That is a seed");
  expect(world.keys.seats()).toEqual([]);
});

test("nobody is invited twice, and only one registers webhooks", async () => {
  const world = await aTeam();
  await world.seat("anna", { registers: true });
  await expect(world.seat("anna")).rejects.toThrow("anna has a seat");
  await expect(world.seat("ben", { registers: true })).rejects.toThrow("anna registers");
  await world.seat("ben");
});

test.each([
  [{ seat: "../anna" }, "seat"],
  [{ seat: "anna", projects: ["a.b"] }, "projects"],
  [{ seat: "anna", resource: "*" }, "resource"],
  [{ seat: "anna", until: Number.NaN }, "until"],
  [{ seat: "anna", key: mistyped(publicKeyOf(newSeed())) }, "key"],
])("what would be something else in a subject is refused: %o", async (choices, field) => {
  const world = await aTeam();
  await expect(world.seat(choices.seat, choices)).rejects.toThrow(`Not of the right form: ${field}`);
  expect(world.keys.seats()).toEqual([]);
});

test("an invitation is not given out when it does not work, and leaves no way in", async () => {
  const world = await aTeam();
  await world.server.stop();
  await expect(world.seat("anna")).rejects.toThrow();
  await world.server.start();
  expect(await list(world.parts)).toEqual([]);
});

test("who is revoked is out at once, and stays out; the others notice nothing", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const invitations = [await world.seat("anna"), await world.seat("ben")] as const;
  const [anna, ben] = [await openSeat(invitations[0]), await openSeat(invitations[1])];
  await post(relay.url, "1");
  await ben.take(1);
  await revoke("anna", world.parts);
  // By itself: nothing was sent.
  await anna.connection.closed();
  await expect(openSeat(invitations[0])).rejects.toThrow(/authorization/i);
  await post(relay.url, "2");
  expect((await ben.take(1)).map(textOf)).toEqual(["2"]);
  expect(ben.connection.isClosed()).toBe(false);
  expect((await list(world.parts)).map(({ seat }) => seat)).toEqual(["ben"]);
  await expect(revoke("anna", world.parts)).rejects.toThrow("anna");
});

test("who is invited again goes on where it was, with a key of its own", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const old = await world.seat("anna");
  for (const body of ["1", "2", "3", "4"]) await post(relay.url, body);
  await (await openSeat(old)).take(2);
  await revoke("anna", world.parts);
  const fresh = await world.seat("anna");
  expect(fresh.durable).not.toBe(old.durable);
  const laptop = await openSeat(fresh);
  // The last that it had comes again, which is harmless.
  expect((await laptop.take(3)).map(textOf)).toEqual(["2", "3", "4"]);
  await expect(openSeat(old)).rejects.toThrow(/authorization/i);
});

test.skipIf(!isSorting)(
  "a share is what a seat reads, with what could not be sorted (nats-server 2.10)",
  async () => {
    const world = await aTeam();
    const relay = await aRelay(world);
    const laptop = await openSeat(await world.seat("anna", { projects: ["one"] }));
    for (const body of [of("one"), of("two"), "unsorted"]) await post(relay.url, body);
    expect((await laptop.take(2)).map(textOf)).toEqual([of("one").toString(), "unsorted"]);
    await change("anna", { projects: ["two"], resource: null }, world.parts);
    expect(await laptop.waiting()).toBe(0);
    for (const body of [of("one"), of("two")].map((body) => `${body} `)) await post(relay.url, body);
    expect((await laptop.take(1)).map(textOf)).toEqual([`${of("two")} `]);
  },
);

test("another share while it is connected: its place is kept, and so is its connection", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const laptop = await openSeat(await world.seat("anna"));
  for (const body of ["1", "2"]) await post(relay.url, body);
  await laptop.take(1);
  await change("anna", { projects: ["one"], resource: "nora" }, world.parts);
  expect((await laptop.take(1)).map(textOf)).toEqual(["2"]);
  expect(laptop.connection.isClosed()).toBe(false);
  expect(await list(world.parts)).toMatchObject([{ seat: "anna", projects: ["one"], resource: "nora" }]);
});

test("the list says who was seen when, and what waits since when", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const started = Date.now();
  const anna = await openSeat(await world.seat("anna"));
  await world.seat("ben");
  expect(await list(world.parts)).toMatchObject([
    { seat: "anna", waiting: 0, waitingSince: null, seenAt: null },
    { seat: "ben", waiting: 0, waitingSince: null, seenAt: null },
  ]);
  for (const body of ["1", "2"]) await post(relay.url, body);
  await anna.take(2);
  const [first, second] = await list(world.parts);
  expect(first).toMatchObject({ waiting: 0, waitingSince: null });
  expect(first?.seenAt).toBeGreaterThanOrEqual(started);
  expect(second).toMatchObject({ waiting: 2, seenAt: null });
  expect(second?.waitingSince).toBeGreaterThanOrEqual(started);
});

test("on a new server everything is as it was, but for what had not been fetched", async () => {
  const world = await aTeam();
  const [anna, gone] = [await world.seat("anna"), await world.seat("gone")];
  await revoke("gone", world.parts);
  await world.server.loseDisk();
  await apply(world.parts);
  const relay = await aRelay(world);
  await post(relay.url, "1");
  expect((await (await openSeat(anna)).take(1)).map(textOf)).toEqual(["1"]);
  await expect(openSeat(gone)).rejects.toThrow(/authorization/i);
});
