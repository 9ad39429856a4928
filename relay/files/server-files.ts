import { relayCreds } from "../admin/accounts.ts";
import type { Team } from "../admin/team.ts";
import { accountsConf } from "./accounts.ts";
import { caddyfile } from "./caddyfile.ts";
import { composeYaml } from "./compose.ts";
import { natsConf } from "./nats-conf.ts";
import { doorOf, placeOf } from "./place.ts";
import { relayUnit } from "./unit.ts";

/** All that one server needs to be a team's, or a cluster's part of it; the programs come from elsewhere. */
export interface ServerFiles {
  /** Its name, where there are several. */
  readonly host: string | null;
  readonly files: readonly ServerFile[];
}

export interface ServerFile {
  readonly name: string;
  readonly text: string;
  /** A key: for its owner only. */
  readonly isSecret?: boolean;
}

/** For each server of the team's; containers or systemd run the programs. */
export async function serverFiles(team: Team, containers: boolean): Promise<ServerFiles[]> {
  const place = placeOf(containers);
  const common: ServerFile[] = [
    { name: "accounts.conf", text: await accountsConf(team, place.data) },
    { name: "relay.creds", text: await relayCreds(team), isSecret: true },
    tokenFile(team),
  ];
  const hosts = team.nodes.length > 0 ? team.nodes : [null];
  return hosts.map((host) => {
    const others = team.nodes.filter((one) => one !== host);
    const web = new URL(team.web).host;
    return {
      host,
      files: [
        ...common,
        {
          name: "nats.conf",
          text: natsConf(place, host === null ? null : { cluster: team.team, host, others }),
        },
        { name: "relay.env", text: relayEnv(team, containers, others) },
        { name: "Caddyfile", text: caddyfile(host === null ? [web] : [web, host], place) },
        containers
          ? { name: "compose.yaml", text: composeYaml(host !== null) }
          : { name: "bookbell-relay.service", text: relayUnit },
      ],
    };
  });
}

/** A line for each token that counts; behind one that ends stands when. */
export const tokenFile = ({ tokens, ending }: Team): ServerFile => {
  const lines = [...tokens, ...(ending ? [`${ending.token} ${new Date(ending.until).toISOString()}`] : [])];
  return { name: "token", text: `${lines.join("\n")}\n`, isSecret: true };
};

/** A relay whose own server is gone goes to one of the others. */
function relayEnv({ team }: Team, containers: boolean, others: readonly string[]): string {
  const { nats, relay, folder } = placeOf(containers);
  const lines = {
    NATS: [`ws://${nats}`, ...others.map(doorOf)].join(","),
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
