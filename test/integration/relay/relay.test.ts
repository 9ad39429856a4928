import { expect, test, vi } from "vitest";
import { proofHeader } from "../../../main/receivers/http/proof-header.ts";
import { relayProbeHeader, seatHeader } from "../../../main/receivers/http/relay-headers.ts";
import { aRelay, aTeam, openSeat, post } from "../../support/relay.ts";
import { signedWith } from "../../support/signing.ts";
import { payload } from "../../support/timekit-payloads.ts";

const booking = payload("instant.confirmed").toString();
const sizes = (kib: number) => JSON.stringify({ filling: "x".repeat(kib * 1024 - 14) });

test("what was posted comes to each laptop, byte for byte, with when and how it came", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const laptops = [await openSeat(await world.seat("anna")), await openSeat(await world.seat("ben"))];
  const before = Date.now();
  const signed = signedWith("secret", booking);
  expect((await post(relay.url, booking, { ...signed, "user-agent": "Timekit" })).status).toBe(204);
  for (const laptop of laptops) {
    const [message] = await laptop.take(1);
    expect(Buffer.from(message?.data ?? []).toString()).toBe(booking);
    const { project, user } = JSON.parse(booking);
    expect(message?.subject).toBe(`bb.acme.b.timekit.${project.id}.${user.id}`);
    const header = (name: string) => message?.headers?.get(name);
    expect(header("Bb-V")).toBe("1");
    expect(header("Bb-Source")).toBe("timekit");
    expect(header("Bb-H-user-agent")).toBe("Timekit");
    expect(header("Bb-H-x-timekit-signature")).toBe(signed["x-timekit-signature"]);
    const receivedAt = Number(header("Bb-Received-At"));
    expect(receivedAt).toBeGreaterThanOrEqual(before);
    expect(receivedAt).toBeLessThanOrEqual(Date.now());
  }
});

test("a laptop that was never there before has all that waits, in its order", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const bodies = Array.from({ length: 40 }, (_, number) => JSON.stringify({ number }));
  for (const body of bodies) expect((await post(relay.url, body)).status).toBe(204);
  const laptop = await openSeat(await world.seat("anna"));
  const taken = await laptop.take(bodies.length);
  expect(taken.map(({ data }) => Buffer.from(data).toString())).toEqual(bodies);
  expect(await laptop.waiting()).toBe(0);
});

test("what a laptop sends to itself comes to it alone, and each question once more", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const anna = await openSeat(await world.seat("anna"));
  const ben = await openSeat(await world.seat("ben"));
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  for (const nonce of ["first", "second"])
    expect((await post(relay.url, bytes, { [seatHeader]: "anna", [relayProbeHeader]: nonce })).status).toBe(
      204,
    );
  const test = { "content-type": "application/json", [seatHeader]: "anna", [proofHeader]: "mark" };
  expect((await post(relay.url, booking, test)).status).toBe(204);
  const taken = await anna.take(3);
  expect(taken.map(({ subject }) => subject)).toEqual(Array(3).fill("bb.acme.probe.anna"));
  expect(taken.map(({ headers }) => headers?.get("Bb-Probe"))).toEqual(["first", "second", ""]);
  expect(taken[2]?.headers?.get(`Bb-H-${proofHeader}`)).toBe("mark");
  expect(Buffer.from(taken[0]?.data ?? [])).toEqual(bytes);
  // An old server cannot sort: the laptop drops what is another's.
  const isSorting = !anna.connection.info?.version.startsWith("2.9.");
  expect(await ben.waiting()).toBe(isSorting ? 0 : 3);
});

test("the same request twice is taken twice, and kept once; another signature is another request", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  for (const secret of ["one", "one", "two"])
    expect((await post(relay.url, booking, signedWith(secret, booking))).status).toBe(204);
  const laptop = await openSeat(await world.seat("anna"));
  expect(await laptop.waiting()).toBe(2);
});

test("256 KiB are taken, and a byte more is not; nor what comes to no address of the team's", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  expect((await post(relay.url, sizes(256))).status).toBe(204);
  expect((await post(relay.url, `${sizes(256)} `)).status).toBe(413);
  expect((await post(relay.url.slice(0, -1), "{}")).status).toBe(404);
  expect((await post(`${world.team.web}/hooks/nobody/${world.team.tokens[0]}`, "{}")).status).toBe(404);
  // What cannot be read is for the laptops to judge.
  expect((await post(relay.url, "no JSON")).status).toBe(204);
  const laptop = await openSeat(await world.seat("anna"));
  const [largest, unread] = await laptop.take(2);
  expect([largest?.data.length, unread?.data.length]).toEqual([256 * 1024, 7]);
});

test("of several addresses each counts, and one that was renewed for a day", async () => {
  const tokens = ["n".repeat(43), "m".repeat(43)];
  const world = await aTeam();
  const ending = { token: "o".repeat(43), until: Date.now() + 86_400_000 };
  await aRelay({ ...world, team: { ...world.team, tokens, ending } });
  const statusAt = async (token = "") =>
    (await post(`${world.team.web}/hooks/timekit/${token}`, token)).status;
  for (const token of [...tokens, ending.token]) expect(await statusAt(token)).toBe(204);
  expect(await statusAt(world.team.tokens[0])).toBe(404);
  vi.spyOn(Date, "now").mockReturnValue(ending.until);
  expect(await statusAt(ending.token)).toBe(404);
  for (const token of tokens) expect(await statusAt(token)).toBe(204);
});

test("says how it is, and what it answered, to whoever watches it", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  await post(relay.url, "12345");
  await post(`${world.team.web}/elsewhere`, "{}");
  expect(await relay.health()).toBe("ok\n");
  const counters = await relay.counters();
  expect(counters).toContain('bookbell_relay_answers_total{status="204"} 1\n');
  expect(counters).toContain('bookbell_relay_answers_total{status="404"} 1\n');
  expect(counters).toContain("bookbell_relay_kept_bytes_total 5\n");
  expect(counters).toContain("bookbell_relay_up 1\n");
  // Beside the public address, not on it.
  expect((await fetch(`${world.team.web}/metrics`)).status).toBe(404);
});

test("its log has no body, no address and no header", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  await world.server.stop();
  await post(relay.url, booking, { ...signedWith("secret", booking), "user-agent": "somebody" });
  await relay.close();
  expect(relay.said.length).toBeGreaterThan(2);
  const all = relay.said.join("\n");
  for (const secret of [world.team.tokens[0], "somebody", "hooks", "bb.acme", "@", "signature"])
    expect(all).not.toContain(secret);
});
