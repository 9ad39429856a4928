import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hookPath } from "../../main/lib/tokens.ts";
import { openKeyFolder } from "../../relay/admin/key-folder.ts";
import { Child } from "./desktop/child.ts";
import { type NatsServer, type NatsServerOptions, startNatsServer } from "./nats-server.ts";
import { freePort } from "./system.ts";

/** As it is built: `npm test` builds before it tests. */
export const relayProgram = path.join(import.meta.dirname, "../../out/relay/bookbell-relay.mjs");

/** Runs one of the commands to its end, in that folder. */
export function runRelay(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [relayProgram, ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
    });
    const texts = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      texts.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      texts.err += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...texts }));
  });
}

/**
 * A team made in that folder by the program's own `init`, and a real server with what that wrote. Only where things lie is
 * this computer's: no test has a public name.
 */
export async function initiatedTeam(dir: string, { tls }: Pick<NatsServerOptions, "tls"> = {}) {
  const made = await runRelay(dir, [
    "init",
    "--host",
    "relay.example.com",
    "--team",
    "acme",
    "--name",
    "Acme",
  ]);
  if (made.code !== 0) throw new Error(made.err);
  const keys = openKeyFolder(path.join(dir, "bookbell-relay", "keys"));
  const [port, webPort] = [await freePort(), await freePort()];
  const doors = [`${tls ? "wss" : "ws"}://127.0.0.1:${port}`];
  keys.writeTeam({ ...keys.team(), doors, web: `http://127.0.0.1:${webPort}` });
  const server = path.join(dir, "bookbell-relay", "server");
  const own = path.join(dir, "nats");
  mkdirSync(own);
  const accounts = readFileSync(path.join(server, "accounts.conf"), "utf8").replace("/data/", `${own}/`);
  writeFileSync(path.join(own, "accounts.conf"), accounts);
  const config = ['include "accounts.conf"'];
  const nats = await startNatsServer(own, { port, config, ...(tls && { tls }) });
  const url = `http://127.0.0.1:${webPort}${hookPath(keys.team().tokens[0] ?? "")}`;
  return { keys, nats, server, url, start: () => startRelay(server, nats, webPort) };
}

/** The relay itself, by the files that `init` wrote. */
async function startRelay(server: string, nats: NatsServer, webPort: number): Promise<Child> {
  const metricsPort = await freePort();
  const env = {
    BOOKBELL_RELAY_NATS: nats.url,
    BOOKBELL_RELAY_TEAM: "acme",
    BOOKBELL_RELAY_CREDS_FILE: path.join(server, "relay.creds"),
    BOOKBELL_RELAY_TOKEN_FILE: path.join(server, "token"),
    BOOKBELL_RELAY_PORT: `${webPort}`,
    BOOKBELL_RELAY_METRICS_PORT: `${metricsPort}`,
  };
  const child = new Child(process.execPath, [relayProgram, "serve"], env);
  await child.printed(/^Connected/);
  return child;
}
