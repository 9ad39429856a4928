import { jetstreamManager } from "@nats-io/jetstream";
import { expect, test } from "vitest";
import { streamOf } from "../../../relay/admin/team.ts";
import { eventually } from "../../support/eventually.ts";
import { aRelay, aTeam, openSeat, post } from "../../support/relay.ts";

const taken = (relay: { url: string }, body: string) =>
  eventually(async () => ((await post(relay.url, body)).status === 204 ? true : null));

test("a full stream turns senders away, who are taken again as soon as there is room", async () => {
  const world = await aTeam({ maxBytes: 20_000 });
  const relay = await aRelay(world);
  const filling = (number: number) => JSON.stringify({ number, filling: "x".repeat(5_000) });
  const statuses: number[] = [];
  while (statuses.at(-1) !== 503) statuses.push((await post(relay.url, filling(statuses.length))).status);
  expect(statuses.filter((status) => status === 204)).toHaveLength(3);
  const refused = await post(relay.url, filling(99));
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await relay.health()).toBe("full\n");
  // None of those that were taken has gone for it.
  const laptop = await openSeat(await world.seat("anna"));
  expect(await laptop.waiting()).toBe(3);

  const { streams } = await jetstreamManager(await world.admin());
  await streams.update(streamOf(world.team), { max_bytes: 40_000 });
  expect((await post(relay.url, filling(100))).status).toBe(204);
  expect(await relay.health()).toBe("ok\n");
});

test("while there is no server every sender is told at once to come again", async () => {
  const world = await aTeam();
  await world.server.stop();
  const relay = await aRelay(world, { isUp: false });
  const refused = await post(relay.url, "{}");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await relay.health()).toBe("no-link\n");
  await world.server.start();
  await taken(relay, "{}");
});

test("a stream that is not there is said, and no request is taken", async () => {
  const world = await aTeam();
  const { streams } = await jetstreamManager(await world.admin());
  await streams.delete(streamOf(world.team));
  const relay = await aRelay(world);
  expect((await post(relay.url, "{}")).status).toBe(503);
  expect(await relay.health()).toBe("no-answer\n");
});

test("a server that is killed amid requests loses none that was taken", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const laptop = await world.seat("anna");
  const acknowledged: number[] = [];
  let sent = 0;
  for (let kill = 0; kill < 5; kill += 1) {
    const before = acknowledged.length;
    const sending = Array.from({ length: 4 }, async () => {
      // Until some are through after it came back.
      while (acknowledged.length < before + 40) {
        const number = sent++;
        if ((await post(relay.url, `${number}`)).status === 204) acknowledged.push(number);
      }
    });
    await eventually(async () => (acknowledged.length > before + 10 ? true : null));
    await world.server.kill();
    await world.server.start();
    await Promise.all(sending);
  }
  const place = await openSeat(laptop);
  const kept = (await place.take(await place.waiting())).map(({ data }) => Number(Buffer.from(data)));
  expect(acknowledged.filter((number) => !kept.includes(number))).toEqual([]);
});

test("who waits for an answer while the server dies has it then, and not a whole time-out later", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  world.server.freeze();
  const answer = post(relay.url, "{}");
  await eventually(async () => ((await relay.counters()).includes("relay_waiting 1\n") ? true : null));
  await world.server.kill();
  expect((await answer).status).toBe(503);
  expect(relay.said.join()).toContain('{"status":503,"outcome":"unavailable","error":"no-link"}');
});

test("ends within its time while requests are under way, and those are answered", async () => {
  const world = await aTeam();
  const relay = await aRelay(world);
  const answers = Array.from({ length: 20 }, (_, number) => post(relay.url, `${number}`));
  await Promise.all(answers);
  await Promise.all([relay.close(), relay.close()]);
  await expect(post(relay.url, "{}")).rejects.toThrow();
});
