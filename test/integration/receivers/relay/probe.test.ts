import { expect, test } from "vitest";
import type { Invitation } from "../../../../common/invitation.ts";
import type { Tunnel } from "../../../../main/tunnel/provider.ts";
import { eventually } from "../../../support/eventually.ts";
import { aUrl } from "../../../support/posting.ts";
import { aRelay, aTeam, type RelayWorld } from "../../../support/relay.ts";
import { aLaptop } from "../../../support/relay-laptop.ts";
import { freePort } from "../../../support/system.ts";

const { signal } = new AbortController();

async function aRelayWorld() {
  const world = await aTeam();
  const relay = await aRelay(world);
  await eventually(async () => ((await relay.health()) === "ok\n" ? true : null));
  return { world, relay, invitation: await world.seat("anna") };
}

const open = (invitation: Invitation): Promise<Tunnel> => aLaptop(invitation).provider.open(1, signal);

/** What a try of the whole way finds, with Timekit's address at that origin. */
async function found(world: RelayWorld, seat: string, origin: string) {
  const invitation = await world.seat(seat);
  const tunnel = await open({ ...invitation, hook: invitation.hook.replace(world.team.web, origin) });
  try {
    return await tunnel.probe?.({ thorough: true, signal });
  } finally {
    await tunnel.close();
  }
}

test("a question comes through the relay to this seat and back, every byte of it, and is no delivery", async () => {
  const { world, invitation } = await aRelayWorld();
  const other = aLaptop(await world.seat("ben"));
  other.start();
  await other.is("up");
  const laptop = aLaptop(invitation);
  const tunnel = await laptop.provider.open(1, signal);
  for (const thorough of [true, false])
    expect(await tunnel.probe?.({ thorough, signal })).toMatchObject({ ok: true });
  expect([...laptop.taken, ...other.taken]).toEqual([]);
  await tunnel.close();
});

test("the address that Timekit posts to is the relay's, for each service", async () => {
  const { relay, invitation } = await aRelayWorld();
  const tunnel = await open(invitation);
  expect(tunnel.hook?.("timekit")).toBe(relay.url);
  expect(tunnel.hook?.("calcom")).toBe(relay.url.replace("timekit", "calcom"));
  await tunnel.close();
});

test("each thing that can be in the way of a booking has its own word", async () => {
  const { world } = await aRelayWorld();
  const answering = async (status: number, text = "") =>
    `http://127.0.0.1:${(await aUrl((response) => void response.writeHead(status).end(text))).port}`;
  const code = async (seat: string, origin: string) => (await found(world, seat, origin)) as object;
  expect(await code("a", `http://127.0.0.1:${await freePort()}`)).toEqual({
    ok: false,
    code: "relay-door-silent",
  });
  expect(await code("b", await answering(403))).toEqual({ ok: false, code: "relay-door-refused" });
  expect(await code("b2", await answering(404))).toEqual({ ok: false, code: "relay-address" });
  expect(await code("c", await answering(503))).toEqual({ ok: false, code: "relay-full" });
  expect(await code("d", await answering(502))).toEqual({ ok: false, code: "relay-door-silent" });
  expect(await code("e", await answering(200, "Sign in"))).toEqual({
    ok: false,
    code: "relay-door-intercepted",
  });
  expect(await code("f", await answering(204))).toEqual({ ok: false, code: "relay-silent" });
});
