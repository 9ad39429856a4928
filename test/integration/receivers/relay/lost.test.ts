import { jetstreamManager } from "@nats-io/jetstream";
import { expect, test } from "vitest";
import { writeInvitation } from "../../../../common/invitation.ts";
import { revoke } from "../../../../relay/admin/seats.ts";
import { createCertificate } from "../../../support/certificate.ts";
import { eventually } from "../../../support/eventually.ts";
import { temporaryFolder } from "../../../support/files.ts";
import { aHole } from "../../../support/hole.ts";
import { startNatsServer } from "../../../support/nats-server.ts";
import { aUrl } from "../../../support/posting.ts";
import { aRelay, aTeam } from "../../../support/relay.ts";
import { aLaptop, postBooking } from "../../../support/relay-laptop.ts";
import { freePort } from "../../../support/system.ts";

async function aConnectedLaptop() {
  const world = await aTeam();
  const relay = await aRelay(world);
  await eventually(async () => ((await relay.health()) === "ok\n" ? true : null));
  const hole = await aHole(world.server.port);
  const invitation = { ...(await world.seat("anna")), nats: [`ws://127.0.0.1:${hole.port}`] };
  const laptop = aLaptop(invitation);
  laptop.start();
  await laptop.was("up");
  return { world, relay, hole, invitation, laptop };
}

const errorOf = (laptop: ReturnType<typeof aLaptop>) => {
  const state = laptop.supervisor.state();
  return "error" in state ? state.error.code : state.state;
};

test("a link that is dead without a word is noticed, and what was sent into it comes again", async () => {
  const { hole, relay, laptop } = await aConnectedLaptop();
  hole.swallow();
  await postBooking(relay.url, 1);
  await laptop.was("waiting");
  hole.pass();
  await laptop.was("up");
  await laptop.has(1);
});

test("a place that was deleted ends in a word for its user, and no try more", async () => {
  const { world, laptop, invitation } = await aConnectedLaptop();
  const { consumers } = await jetstreamManager(await world.admin());
  await consumers.delete(invitation.stream, invitation.durable);
  await laptop.is("stuck");
  expect(errorOf(laptop)).toBe("relay-seat-gone");
});

test("an access that was taken away ends in a word for its user", async () => {
  const { world, laptop } = await aConnectedLaptop();
  await revoke("anna", world.parts);
  await laptop.is("stuck");
  expect(errorOf(laptop)).toBe("relay-refused");
});

test.each([
  ["what is none", "https://relay.example.com", "relay-invitation"],
  ["one that is cut off", "bookbell-relay:1.e30", "relay-invitation-damaged"],
  ["one of a later time", "bookbell-relay:2.e30", "relay-invitation-newer"],
  ["nothing", "", "tunnel-unfinished"],
])("%s leads to a word for its user", async (_what, text, code) => {
  const laptop = aLaptop(text);
  laptop.start();
  await laptop.is("stuck");
  expect(errorOf(laptop)).toBe(code);
});

test("an invitation that has ended is not tried", async () => {
  const world = await aTeam();
  const laptop = aLaptop(writeInvitation({ ...(await world.seat("anna")), until: Date.now() - 1 }));
  laptop.start();
  await laptop.is("stuck");
  expect(errorOf(laptop)).toBe("relay-invitation-ended");
});

test("each thing in the way of the connection has its own word", async () => {
  const world = await aTeam();
  const invitation = await world.seat("anna");
  const codeFor = async (door: string) => {
    const { provider } = aLaptop({ ...invitation, nats: [door] });
    return provider.open(1, new AbortController().signal).catch(({ code }) => code);
  };
  expect(await codeFor(`ws://127.0.0.1:${await freePort()}`)).toBe("relay-unreachable");
  const page = await aUrl((response) => void response.end("Sign in"));
  expect(await codeFor(`ws://127.0.0.1:${page.port}`)).toBe("relay-page");
  const folder = temporaryFolder();
  const tls = { certificate: `${folder}/own.pem`, key: `${folder}/own.key` };
  await createCertificate(tls.certificate, tls.key);
  const server = await startNatsServer(folder, { tls });
  try {
    expect(await codeFor(server.url)).toBe("relay-certificate");
  } finally {
    await server.stop();
  }
});

test("a try that is given up ends at once, and leaves nothing", async () => {
  const world = await aTeam();
  const hole = await aHole(world.server.port);
  hole.swallow();
  const { provider } = aLaptop({ ...(await world.seat("anna")), nats: [`ws://127.0.0.1:${hole.port}`] });
  const ending = new AbortController();
  const opening = provider.open(1, ending.signal);
  ending.abort();
  await expect(opening).rejects.toThrow();
});
