import { jetstreamManager } from "@nats-io/jetstream";
import { type Account, decode } from "@nats-io/jwt";
import type { NatsConnection } from "@nats-io/nats-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { Invitation } from "../../../common/invitation.ts";
import { relayCreds, seatJwt } from "../../../relay/admin/accounts.ts";
import { connect } from "../../../relay/connect.ts";
import { aRelay, aTeam, openSeat, post, type RelayWorld } from "../../support/relay.ts";

// What a stolen laptop, or the relay's own key, could try. Whatever the answer, what counts is what stands afterwards.

let world: RelayWorld;
let anna: Invitation;
let ben: Invitation;

beforeEach(async () => {
  world = await aTeam();
  const relay = await aRelay(world);
  anna = await world.seat("anna");
  ben = await world.seat("ben");
  for (const body of ["1", "2", "3"]) expect((await post(relay.url, body)).status).toBe(204);
  await (await openSeat(ben)).take(1);
});

/** All that the server has of the team. */
async function state() {
  const { streams, consumers } = await jetstreamManager(await world.admin());
  const { config, state } = await streams.info(anna.stream);
  const places = await consumers.list(anna.stream).next();
  const stands = places.map(({ name, config, num_pending, num_ack_pending, ack_floor }) => {
    const { stream_seq } = ack_floor;
    return { name, config, num_pending, num_ack_pending, stream_seq };
  });
  return {
    config,
    messages: state.messages,
    last: state.last_seq,
    places: stands.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** What a laptop or a relay may have a try at, as subjects of the server's own words. */
function attempts(stream: string, other: string) {
  const own = anna.durable;
  const creation = { stream_name: stream, config: { durable_name: "more", ack_policy: "explicit" } };
  const change = { stream_name: stream, config: { durable_name: own, ack_policy: "none" } };
  const api: [string, object | string][] = [
    ["INFO", ""],
    ["STREAM.NAMES", ""],
    ["STREAM.LIST", ""],
    [`STREAM.INFO.${stream}`, ""],
    ["STREAM.CREATE.MORE", { name: "MORE", subjects: ["more.>"] }],
    [`STREAM.UPDATE.${stream}`, { name: stream, subjects: ["elsewhere"], max_msgs: 1 }],
    [`STREAM.DELETE.${stream}`, ""],
    [`STREAM.PURGE.${stream}`, ""],
    [`STREAM.MSG.GET.${stream}`, { seq: 1 }],
    [`STREAM.MSG.DELETE.${stream}`, { seq: 1 }],
    [`STREAM.SNAPSHOT.${stream}`, { deliver_subject: "snapshot" }],
    [`STREAM.LEADER.STEPDOWN.${stream}`, ""],
    [`DIRECT.GET.${stream}`, { seq: 1 }],
    [`CONSUMER.NAMES.${stream}`, ""],
    [`CONSUMER.LIST.${stream}`, ""],
    [`CONSUMER.CREATE.${stream}`, creation],
    [`CONSUMER.CREATE.${stream}.more`, creation],
    [`CONSUMER.DURABLE.CREATE.${stream}.more`, creation],
    [`CONSUMER.DURABLE.CREATE.${stream}.${own}`, change],
    [`CONSUMER.DELETE.${stream}.${own}`, ""],
    [`CONSUMER.DELETE.${stream}.${other}`, ""],
    [`CONSUMER.INFO.${stream}.${other}`, ""],
    [`CONSUMER.MSG.NEXT.${stream}.${other}`, { batch: 10 }],
  ];
  const asked = api.flatMap(([subject, body]): [string, string][] =>
    ["$JS.API", "bb.api"].map((prefix) => [`${prefix}.${subject}`, body && JSON.stringify(body)]),
  );
  return [
    ...asked,
    ["bb.acme.b.timekit._._", "forged"],
    ["bb.acme.probe.ben", "forged"],
    ["bb.acme.probe.anna", "forged"],
    // Another's acknowledgement, of all that it was given and more.
    ...["2", "3"].map(
      (seq) =>
        [`$JS.ACK.${stream}.${other}.1.${seq}.${seq}.1700000000000000000.0`, "+ACK"] as [string, string],
    ),
    ["$SYS.REQ.CLAIMS.UPDATE", ""],
    ["$SYS.REQ.CLAIMS.LIST", ""],
    ["$SYS.REQ.SERVER.PING", ""],
    ["$SYS.REQ.ACCOUNT.PING.CONNZ", ""],
  ] as [string, string][];
}

/** What any answer holds: nothing but refusals. */
async function answersTo(connection: NatsConnection, all: readonly [string, string][]): Promise<string[]> {
  const answers = await Promise.all(
    all.map(async ([subject, body]) => {
      const answer = await connection.request(subject, body, { timeout: 1_000 }).catch(() => null);
      return answer === null || isRefusal(answer.string()) ? [] : [`${subject}: ${answer.string()}`];
    }),
  );
  return answers.flat();
}

/** Of an account that has no JetStream of its own. */
const isRefusal = (text: string) => text.includes('"error"') && text.includes("not enabled");

describe("a laptop", () => {
  test("reaches its own place, and that only", async () => {
    const before = await state();
    const { connection } = await openSeat(anna);
    expect(await answersTo(connection, attempts(anna.stream, ben.durable))).toEqual([]);
    expect(await state()).toEqual(before);
  });

  test("hears nothing but what it asked for", async () => {
    const { connection } = await openSeat(anna);
    const heard: string[] = [];
    const refusals: unknown[] = [];
    for (const subject of [">", "bb.>", "$JS.>", "$SYS.>", "_INBOX.>"])
      connection.subscribe(subject, {
        callback: (error, message) => void (error ? refusals.push(error) : heard.push(message.subject)),
      });
    await connection.flush();
    const other = await openSeat(ben);
    await other.take(2);
    await connection.flush();
    expect(heard).toEqual([]);
    expect(refusals).toHaveLength(4);
  });

  test("with another's name for its place gets no further", async () => {
    await expect(openSeat({ ...anna, durable: ben.durable })).rejects.toThrow();
  });

  test("has an account that imports its own place, under its own key, and has no JetStream", async () => {
    const seat = world.keys.seat("anna");
    if (!seat) throw new Error("There is no such seat");
    const { nats } = decode<Account>(await seatJwt(world.team, seat, { closedAt: null }));
    expect(nats.imports).toHaveLength(4);
    for (const { subject } of nats.imports ?? []) expect(subject.split(".")).toContain(anna.durable);
    expect(nats.exports).toBeUndefined();
    expect(nats.limits).not.toHaveProperty("disk_storage");
  });
});

test("the relay's own key opens nothing but the way in", async () => {
  const before = await state();
  const creds = await relayCreds(world.team);
  const connection = await connect({ servers: world.team.doors, creds }, "stolen");
  const isPublishing = ([subject]: [string, string]) => subject.startsWith("bb.acme.");
  const all = attempts(anna.stream, ben.durable).filter((one) => !isPublishing(one));
  expect(await answersTo(connection, all)).toEqual([]);
  await connection.close();
  expect(await state()).toEqual(before);
});

test("with the team's own key the same tries go through", async () => {
  const before = await state();
  const answers = await answersTo(await world.admin(), attempts(anna.stream, ben.durable));
  expect(answers.length).toBeGreaterThan(15);
  expect(await state().catch(() => "gone")).not.toEqual(before);
});
