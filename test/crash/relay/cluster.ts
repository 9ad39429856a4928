import { jetstreamManager } from "@nats-io/jetstream";
import { withAccount } from "../../../relay/admin/server.ts";
import { streamOf, type Team } from "../../../relay/admin/team.ts";
import { eventually } from "../../support/eventually.ts";
import type { NatsServer } from "../../support/nats-server.ts";
import type { RelayWorld } from "./world.ts";

export const nodes: readonly string[] = ["a.example.com", "b.example.com", "c.example.com"];

/** Settles once each server has all that the others have, with the one that leads. */
export const wholeCluster = ({ team }: RelayWorld): Promise<NatsServer> =>
  eventually(async () => {
    const leader = await leaderOf(team.keys.team()).catch(() => null);
    return team.servers[nodes.indexOf(leader ?? "")] ?? null;
  });

/** The server that leads the stream, where stream and places are on all three, and none is behind; else null. */
async function leaderOf(team: Team): Promise<string | null> {
  return withAccount(team, team.seeds.team, { now: Date.now }, async (nats) => {
    const { streams, consumers } = await jetstreamManager(nats);
    const stream = await streams.info(streamOf(team));
    const places = await consumers.list(streamOf(team)).next();
    const all = [stream, ...places].map(({ cluster }) => cluster);
    const areWhole = all.every((one) => {
      const current = one?.replicas?.filter(({ current, offline }) => current && !offline);
      return one?.leader && current?.length === nodes.length - 1;
    });
    return areWhole ? (stream.cluster?.leader ?? null) : null;
  });
}
