import { type JsMsg, jetstream } from "@nats-io/jetstream";
import { fmtCreds } from "@nats-io/jwt";
import { onTestFinished } from "vitest";
import type { Invitation } from "../../common/invitation.ts";
import { hookPath } from "../../main/lib/tokens.ts";
import { adminCreds, relayCreds } from "../../relay/admin/accounts.ts";
import { apply } from "../../relay/admin/apply.ts";
import type { SeatChoices } from "../../relay/admin/seat.ts";
import { invite } from "../../relay/admin/seats.ts";
import { keyOf, type TeamChoices } from "../../relay/admin/team.ts";
import { connect } from "../../relay/connect.ts";
import { serve } from "../../relay/serve.ts";
import { eventually } from "./eventually.ts";
import { temporaryFolder } from "./files.ts";
import { invitationIn } from "./invitation.ts";
import { patienceMs } from "./patience.ts";
import { startTeamServer } from "./team-server.ts";

export type RelayWorld = Awaited<ReturnType<typeof aTeam>>;

/** A team of its own until the test ends: its keys, a real nats-server with its accounts, and its stream. */
export async function aTeam(choices: Partial<TeamChoices> = {}) {
  const { team, keys, parts, server, webPort } = await startTeamServer(temporaryFolder(), choices);
  onTestFinished(() => server.stop());
  await apply(parts);
  return {
    team,
    keys,
    parts,
    server,
    webPort,
    /** Gives that laptop a seat, and returns what its invitation says. */
    async seat(seat: string, more: Partial<SeatChoices> = {}): Promise<Invitation> {
      const none = { projects: [], resource: null, until: null, registers: false };
      return invitationIn(await invite({ seat, ...none, ...more }, parts));
    },
    /** A connection to the team's own account, which may do everything in it, until the test ends. */
    async admin() {
      const creds = await adminCreds(team.seeds.team, Date.now());
      return closing(await connect({ servers: team.doors, creds }, "test"));
    },
  };
}

/** The relay in front of it, until the test ends or it is closed. */
export async function aRelay({ team, webPort }: RelayWorld, { isUp } = { isUp: true }) {
  const said: string[] = [];
  const log = { info: note, warn: note };
  function note(message: string, details?: object) {
    said.push(details ? `${message} ${JSON.stringify(details)}` : message);
  }
  const relay = await serve(
    {
      servers: team.doors,
      creds: await relayCreds(team),
      team: team.team,
      tokens: team.tokens,
      ...(team.ending && { ending: team.ending }),
      host: "127.0.0.1",
      port: webPort,
      metricsPort: 0,
      successCode: 204,
    },
    log,
  );
  onTestFinished(relay.close);
  const url = `${team.web}${hookPath(team.tokens[0] ?? "")}`;
  const health = async () => (await fetch(`${team.web}/healthz`)).text();
  if (isUp) await eventually(async () => ((await health()) === "ok\n" ? true : null));
  const counters = async () => (await fetch(`http://127.0.0.1:${relay.metricsPort}/metrics`)).text();
  return { ...relay, url, said, health, counters };
}

/** A laptop's connection with its place in the stream, without Bookbell around it, until the test ends; `seed` is of its own key. */
export async function openSeat({ nats, creds, stream, durable, api }: Invitation, seed = "") {
  const whole =
    typeof creds === "string" ? creds : new TextDecoder().decode(fmtCreds(creds.jwt, keyOf(seed)));
  const connection = closing(await connect({ servers: nats, creds: whole }, "a laptop"));
  const consumer = await jetstream(connection, { apiPrefix: api }).consumers.get(stream, durable);
  return {
    connection,
    /** Takes and acknowledges so many of what waits for it, in their order. */
    async take(count: number): Promise<JsMsg[]> {
      const taken: JsMsg[] = [];
      const deadline = Date.now() + patienceMs;
      while (taken.length < count) {
        if (Date.now() > deadline) throw new Error(`${taken.length} came, instead of ${count}`);
        const messages = await consumer.fetch({ max_messages: count - taken.length, expires: 2_000 });
        for await (const message of messages) {
          if (!(await message.ackAck())) throw new Error("Not acknowledged");
          taken.push(message);
        }
      }
      return taken;
    },
    waiting: async () => {
      const { num_pending, num_ack_pending } = await consumer.info();
      return num_pending + num_ack_pending;
    },
  };
}

/** Posts as Timekit does. */
export const post = (
  url: string,
  body: string | Uint8Array,
  headers: Record<string, string> = { "content-type": "application/json" },
) => fetch(url, { method: "POST", body: body as BodyInit, headers });

function closing<T extends { close(): Promise<void> }>(connection: T): T {
  onTestFinished(() => connection.close());
  return connection;
}
