import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Child } from "./desktop/child.ts";
import { freePort, run } from "./system.ts";

/** A real nats-server of this test's own, on 127.0.0.1, with JetStream; a WebSocket is its way in, as everywhere. */
export interface NatsServer {
  /** "ws://127.0.0.1:PORT", or wss. */
  readonly url: string;
  readonly port: number;
  /** Of the process as it runs now. */
  pid(): number;
  /** kill -9. */
  kill(): Promise<void>;
  /** Ends it politely, in whatever state it is. */
  stop(): Promise<void>;
  /** Starts it again after `kill` or `stop`, as it was: on its port, with its store. */
  start(): Promise<void>;
  /** As after the loss of its disk: of all that it kept there is nothing, and it runs again. */
  loseDisk(): Promise<void>;
  /** Holds it, as a computer that stands still does, until `thaw`. */
  freeze(): void;
  thaw(): void;
}

export interface NatsServerOptions {
  /** Of its WebSocket, where that must be known before; else any that is free. */
  readonly port?: number;
  /** By which the others of a cluster know it. */
  readonly name?: string;
  /** Lines of its configuration besides where it listens and keeps its store: accounts, an operator. */
  readonly config?: readonly string[];
  /** Which to run; else the one on the path. */
  readonly program?: string;
  /** Writes what it acknowledges to the disk before; servers before 2.10 cannot. */
  readonly syncAlways?: boolean;
  /** PEM files of its own certificate: its WebSocket is wss then. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** JetStream's, and that of the accounts in operator mode. */
const stores = ["jetstream", "accounts"];

/** Starts one that keeps all its files in `dir`; an `include` in its lines is relative to that. */
export async function startNatsServer(dir: string, options: NatsServerOptions = {}): Promise<NatsServer> {
  const { name = "test", config = [], tls, program = "nats-server", syncAlways = false } = options;
  const port = options.port ?? (await freePort());
  const file = path.join(dir, "nats.conf");
  const access = tls ? `tls { cert_file: "${tls.certificate}", key_file: "${tls.key}" }` : "no_tls: true";
  const lines = [
    `server_name: "${name}"`,
    // The server insists on a port for its own protocol; nobody uses it, so any that it finds will do.
    'listen: "127.0.0.1:-1"',
    `websocket { listen: "127.0.0.1:${port}", ${access} }`,
    `jetstream { store_dir: "${path.join(dir, "jetstream")}"${syncAlways ? ", sync_interval: always" : ""} }`,
    ...config,
  ];
  await writeFile(file, `${lines.join("\n")}\n`);
  let server: Child | undefined;

  async function start() {
    server = new Child(program, ["-c", file], { PATH: process.env.PATH ?? "" });
    await server.printed(/Server is ready/);
  }

  function signal(name: NodeJS.Signals) {
    if (server) process.kill(server.pid, name);
  }

  async function stop() {
    await server?.end();
    server = undefined;
  }

  await start();
  return {
    url: `${tls ? "wss" : "ws"}://127.0.0.1:${port}`,
    port,
    pid: () => server?.pid ?? 0,
    start,
    stop,
    async kill() {
      signal("SIGKILL");
      await stop();
    },
    async loseDisk() {
      await stop();
      await Promise.all(stores.map((store) => rm(path.join(dir, store), { recursive: true, force: true })));
      await start();
    },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
  };
}

/** Of the nats-server of this computer, as 2.09 for its version 2.9.10: some of what it can came with an update. */
export async function natsServerVersion(): Promise<number> {
  const [major, minor] = (await run("nats-server", ["--version"])).match(/\d+/g) ?? [];
  return Number(`${major}.${minor?.padStart(2, "0")}`);
}
