import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openKeyFolder } from "../../relay/admin/key-folder.ts";
import { newTeam, type TeamChoices } from "../../relay/admin/team.ts";
import { accountsConf } from "../../relay/files/accounts.ts";
import { startNatsServer } from "./nats-server.ts";
import { freePort } from "./system.ts";

/** A team's keys in that folder, and a real nats-server with its accounts; `apply` is to make its stream. */
export async function startTeamServer(folder: string, choices: Partial<TeamChoices> = {}) {
  const [wsPort, webPort] = [await freePort(), await freePort()];
  const team = newTeam({
    team: "acme",
    name: "Acme",
    web: `http://127.0.0.1:${webPort}`,
    doors: [`ws://127.0.0.1:${wsPort}`],
    keepDays: 14,
    maxBytes: 100_000_000,
    replicas: 1,
    ...choices,
  });
  const keys = openKeyFolder(path.join(folder, "keys"));
  keys.writeTeam(team);
  const own = path.join(folder, "nats");
  mkdirSync(own);
  writeFileSync(path.join(own, "accounts.conf"), await accountsConf(team, own));
  const server = await startNatsServer(own, { port: wsPort, config: ['include "accounts.conf"'] });
  return { team, keys, parts: { keys, now: Date.now }, server, webPort };
}
