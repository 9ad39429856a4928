import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hookPath } from "../../main/lib/tokens.ts";
import { openKeyFolder } from "../../relay/admin/key-folder.ts";
import { createCertificate } from "./certificate.ts";
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

/** What is not a matter of the program's. */
export interface TeamOptions extends Pick<NatsServerOptions, "tls" | "program" | "syncAlways"> {
  /** A cluster of three, by these names. */
  readonly nodes?: readonly string[];
}

/**
 * A team made in that folder by the program's own `init`, and real servers with what that wrote. Only where things lie is
 * this computer's: no test has a public name.
 */
export async function initiatedTeam(dir: string, { nodes = [], ...ofServer }: TeamOptions = {}) {
  const cluster = nodes.length > 0 ? ["--nodes", nodes.join(",")] : [];
  const said = ["--host", "relay.example.com", "--team", "acme", "--name", "Acme", ...cluster];
  const made = await runRelay(dir, ["init", ...said]);
  if (made.code !== 0) throw new Error(made.err);
  const keys = openKeyFolder(path.join(dir, "bookbell-relay", "keys"));
  const webPort = await freePort();
  const folders = nodes.length > 0 ? nodes : ["."];
  const ports = await Promise.all(folders.map(() => freePort()));
  const doors = ports.map((port) => `${ofServer.tls ? "wss" : "ws"}://127.0.0.1:${port}`);
  keys.writeTeam({ ...keys.team(), doors, web: `http://127.0.0.1:${webPort}` });
  const server = path.join(dir, "bookbell-relay", "server");
  const inPlace = await placing(dir, nodes);
  const servers = await Promise.all(
    folders.map((folder, at) => {
      const own = path.join(dir, "nats", folder);
      mkdirSync(own, { recursive: true });
      const written = (name: string) => readFileSync(path.join(server, folder, name), "utf8");
      writeFileSync(path.join(own, "accounts.conf"), written("accounts.conf").replace("/data/", `${own}/`));
      const [cluster = ""] = /^cluster \{.*/ms.exec(written("nats.conf")) ?? [];
      const config = ['include "accounts.conf"', inPlace(cluster, folder)];
      return startNatsServer(own, { ...ofServer, name: folder, port: ports[at] ?? 0, config });
    }),
  );
  const [nats] = servers as [NatsServer];
  return {
    keys,
    nats,
    /** All of a cluster, in the order of its nodes. */
    servers,
    server,
    url: `http://127.0.0.1:${webPort}${hookPath(keys.team().tokens[0] ?? "")}`,
    start: () => startRelay(path.join(server, folders[0] ?? ""), doors, webPort),
  };
}

/** Puts ports of this computer's into a node's block of a cluster, and the certificate that docs/relay.md has made. */
async function placing(dir: string, nodes: readonly string[]) {
  const file = (name: string) => path.join(dir, name);
  if (nodes.length > 0) await createCertificate(file("cluster.pem"), file("cluster.key"));
  const ports = new Map<string, number>();
  for (const node of nodes) ports.set(node, await freePort());
  return (text: string, own: string) => {
    const others = [...ports].map(([node, port]) => [`//${node}:6222`, `//127.0.0.1:${port}`] as const);
    const places = [["0.0.0.0:6222", `127.0.0.1:${ports.get(own)}`], ["/etc/nats", dir], ...others] as const;
    return places.reduce((placed, [written, here]) => placed.replaceAll(written, here), text);
  };
}

/** The relay itself, by the files that `init` wrote. */
async function startRelay(server: string, doors: readonly string[], webPort: number): Promise<Child> {
  const metricsPort = await freePort();
  const env = {
    BOOKBELL_RELAY_NATS: doors.join(","),
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
