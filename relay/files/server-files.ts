import { relayCreds } from "../admin/accounts.ts";
import type { Team } from "../admin/team.ts";
import { accountsConf } from "./accounts.ts";
import { caddyfile } from "./caddyfile.ts";
import { composeYaml } from "./compose.ts";
import { natsConf } from "./nats-conf.ts";
import { placeOf } from "./place.ts";
import { relayUnit } from "./unit.ts";

export interface ServerFile {
  readonly name: string;
  readonly text: string;
  /** A key: for its owner only. */
  readonly isSecret?: boolean;
}

/** All that a server needs to be a team's, but for the programs; containers or systemd run those. */
export async function serverFiles(team: Team, containers: boolean): Promise<ServerFile[]> {
  const place = placeOf(containers);
  return [
    { name: "nats.conf", text: natsConf(place) },
    { name: "accounts.conf", text: await accountsConf(team, place.data) },
    { name: "relay.env", text: relayEnv(team, containers) },
    { name: "relay.creds", text: await relayCreds(team), isSecret: true },
    tokenFile(team),
    { name: "Caddyfile", text: caddyfile(new URL(team.web).host, place) },
    containers
      ? { name: "compose.yaml", text: composeYaml }
      : { name: "bookbell-relay.service", text: relayUnit },
  ];
}

/** A line for each token that counts; behind one that ends stands when. */
export const tokenFile = ({ tokens, ending }: Team): ServerFile & { isSecret: true } => {
  const lines = [...tokens, ...(ending ? [`${ending.token} ${new Date(ending.until).toISOString()}`] : [])];
  return { name: "token", text: `${lines.join("\n")}\n`, isSecret: true };
};

function relayEnv({ team }: Team, containers: boolean): string {
  const { nats, relay, folder } = placeOf(containers);
  const lines = {
    NATS: `ws://${nats}`,
    TEAM: team,
    CREDS_FILE: `${folder}/relay.creds`,
    TOKEN_FILE: `${folder}/token`,
    HOST: containers ? "0.0.0.0" : "127.0.0.1",
    PORT: relay.split(":")[1],
  };
  return Object.entries(lines)
    .map(([name, value]) => `BOOKBELL_RELAY_${name}=${value}\n`)
    .join("");
}
