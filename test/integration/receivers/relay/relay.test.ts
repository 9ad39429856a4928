import { expect, test } from "vitest";
import { relayProbeHeader, seatHeader } from "../../../../main/receivers/http/relay-headers.ts";
import { newSeed, publicKeyOf } from "../../../../main/settings/nkey.ts";
import { signatureHeader, signedBy } from "../../../../main/sources/timekit/verify.ts";
import { deferred } from "../../../support/deferred.ts";
import { eventually } from "../../../support/eventually.ts";
import { aRelay, aTeam, openSeat } from "../../../support/relay.ts";
import { aLaptop, postBooking, relaySecret } from "../../../support/relay-laptop.ts";

async function aWorld() {
  const world = await aTeam();
  const relay = await aRelay(world);
  await eventually(async () => ((await relay.health()) === "ok\n" ? true : null));
  return { world, relay, invitation: await world.seat("anna") };
}

async function waiting(invitation: Parameters<typeof openSeat>[0]) {
  return (await openSeat(invitation)).waiting();
}
test("what was posted while a laptop was away is kept once it is there, and acknowledged", async () => {
  const { relay, invitation } = await aWorld();
  for (let i = 0; i < 20; i++) expect(await postBooking(relay.url, i)).toBe(204);
  const laptop = aLaptop(invitation);
  laptop.start();
  await laptop.has(20);
  expect(laptop.taken[0]).toMatchObject({ via: "relay", headers: { signature: "right" } });
  expect(laptop.told[0]).toBe(20);
  expect(laptop.told.at(-1)).toBeNull();
  expect(laptop.told.filter((left) => left !== null)).toEqual(
    laptop.told.slice(0, -1).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
  );
  expect(laptop.store.alerts.owed()).toHaveLength(20);
  expect(laptop.caughtUp()).toBe(1);
  expect(await postBooking(relay.url, "live")).toBe(204);
  await laptop.has(21);
  await laptop.supervisor.close();
  expect(await waiting(invitation)).toBe(0);
  expect(laptop.faults).toEqual([]);
});

test("what is not committed is not caught up with, though a probe behind it is through", async () => {
  const { relay, invitation } = await aWorld();
  for (let i = 0; i < 20; i++) await postBooking(relay.url, i);
  const probe = { [seatHeader]: invitation.seat, [relayProbeHeader]: "n".repeat(32) };
  const headers = { "content-type": "application/json", ...probe };
  expect((await fetch(relay.url, { method: "POST", headers, body: "{}" })).status).toBe(204);
  const commits = deferred();
  const laptop = aLaptop(invitation, { silent: true, commits: commits.promise });
  laptop.start();
  // All that waited, and then without the probe.
  await eventually(async () => (laptop.told.length > 1 ? true : null));
  expect(laptop.told).toEqual([21, 20]);
  expect(laptop.caughtUp()).toBe(0);
  commits.resolve();
  await laptop.has(20);
  await eventually(async () => (laptop.caughtUp() === 1 ? true : null));
  expect(laptop.told.at(-1)).toBeNull();
});

test("the very first catching up is silent, what comes after is not", async () => {
  const { relay, invitation } = await aWorld();
  for (let i = 0; i < 5; i++) await postBooking(relay.url, i);
  const laptop = aLaptop(invitation, { silent: true });
  laptop.start();
  await laptop.has(5);
  expect(laptop.store.alerts.owed()).toEqual([]);
  await postBooking(relay.url, "live");
  await laptop.has(6);
  expect(laptop.store.alerts.owed()).toHaveLength(1);
});

test("what nobody signed is set aside, and lost by no wrong secret", async () => {
  const { relay, invitation } = await aWorld();
  const laptop = aLaptop(invitation);
  laptop.secrets.all = ["another secret"];
  laptop.start();
  for (let i = 0; i < 3; i++) await postBooking(relay.url, i);
  await laptop.has(3);
  expect(laptop.store.alerts.owed()).toEqual([]);
  const kept = laptop.store.deliveries.unsigned(0);
  expect(kept).toHaveLength(3);
  for (const { body, headers } of kept)
    expect(signedBy(body, headers[signatureHeader], [relaySecret])).toBe(relaySecret);
  await laptop.supervisor.close();
  expect(await waiting(invitation)).toBe(0);
});

test("while the store refuses nothing is fetched or lost, and all is there once it keeps again", async () => {
  const { relay, invitation } = await aWorld();
  const laptop = aLaptop(invitation);
  laptop.start();
  await postBooking(relay.url, "before");
  await laptop.has(1);
  laptop.disk.full = true;
  for (let i = 0; i < 100; i++) await postBooking(relay.url, i);
  await eventually(async () => ((await waiting(invitation)) === 100 ? true : null));
  laptop.disk.full = false;
  laptop.disk.back.resolve();
  await laptop.has(101);
  expect(laptop.states).not.toContain("waiting");
  await laptop.supervisor.close();
  expect(await waiting(invitation)).toBe(0);
});

test("a server that is killed and comes back loses nothing", async () => {
  const { world, relay, invitation } = await aWorld();
  const laptop = aLaptop(invitation);
  laptop.start();
  await laptop.was("up");
  await postBooking(relay.url, 1);
  await laptop.has(1);
  await world.server.kill();
  await laptop.was("waiting");
  await world.server.start();
  await laptop.was("up");
  await eventually(async () => ((await postBooking(relay.url, 2)) === 204 ? true : null));
  await laptop.has(2);
});

test("after the computer slept, a look at waking brings all that was posted", async () => {
  const { world, relay, invitation } = await aWorld();
  const laptop = aLaptop(invitation);
  laptop.start();
  await laptop.was("up");
  world.server.freeze();
  laptop.supervisor.retryNow("wake");
  await laptop.was("opening");
  world.server.thaw();
  await laptop.was("up");
  await eventually(async () => ((await postBooking(relay.url, 1)) === 204 ? true : null));
  await laptop.has(1);
});

test("an invitation for the laptop's own key opens its place for that key alone", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const seed = newSeed();
  const invitation = await world.seat("anna", { key: publicKeyOf(seed) });
  await postBooking(relay.url, 1);
  const without = aLaptop(invitation);
  without.start();
  expect(await without.is("stuck")).toMatchObject({ error: { code: "relay-invitation-other-key" } });
  const laptop = aLaptop(invitation, { key: seed });
  laptop.start();
  await laptop.has(1);
  expect(without.taken).toEqual([]);
});
