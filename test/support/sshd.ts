import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Child } from "./desktop/child.ts";
import { eventually } from "./eventually.ts";
import { freePort, run } from "./system.ts";

/** A real OpenSSH server of this test's own, on 127.0.0.1. */
export interface Sshd {
  readonly port: number;
  /** Who may sign in: whoever runs the test. */
  readonly user: string;
  /** "SHA256:…" */
  readonly hostFingerprint: string;
  /** The private key that the server accepts. */
  readonly keyFile: string;
  /** All that it has logged. */
  log(): Promise<string>;
  /** kill -9 of every session; the server itself goes on. */
  killSessions(): Promise<void>;
  /** Holds every session, as a network that swallows all does, until `thawSessions`. */
  freezeSessions(): Promise<void>;
  thawSessions(): Promise<void>;
  /** Ends the server with its sessions, in whatever state they are. */
  stop(): Promise<void>;
  /** Starts it again after `stop`, as it was. */
  start(): Promise<void>;
}

export interface SshdOptions {
  /** Lines of sshd_config that come before this server's own, and so win. */
  readonly config?: readonly string[];
  /** What restricts the key in authorized_keys. */
  readonly keyOptions?: string;
}

/** Starts one that keeps all its files in `dir`. */
export async function startSshd(dir: string, options: SshdOptions = {}): Promise<Sshd> {
  const at = (name: string) => path.join(dir, name);
  const port = await freePort();
  for (const name of ["host", "user"]) await createKey(at(name));
  const config = [...(options.config ?? []), ...lines(dir, port)].join("\n");
  await writeFile(at("sshd_config"), `${config}\n`);
  const keyOptions = options.keyOptions ?? "restrict,port-forwarding";
  await writeFile(at("authorized_keys"), `${keyOptions} ${await readFile(at("user.pub"), "utf8")}`);
  let server: Child | undefined;

  async function start() {
    // Only the system's own start-up makes it, and sshd wants it when it is root.
    if (process.getuid?.() === 0) await mkdir("/run/sshd", { recursive: true });
    server = new Child("/usr/sbin/sshd", ["-D", "-f", at("sshd_config"), "-E", at("sshd.log")], {});
    // It is written once the server listens.
    await server.ready(eventually(() => readFile(at("sshd.pid")).catch(() => null)));
  }

  async function signal(name: NodeJS.Signals) {
    for (const pid of server ? await descendants(server.pid) : []) kill(pid, name);
  }

  await start();
  return {
    port,
    user: os.userInfo().username,
    hostFingerprint: (await run("ssh-keygen", ["-lf", at("host.pub")])).split(" ")[1] ?? "",
    keyFile: at("user"),
    log: () => readFile(at("sshd.log"), "utf8"),
    killSessions: () => signal("SIGKILL"),
    freezeSessions: () => signal("SIGSTOP"),
    thawSessions: () => signal("SIGCONT"),
    start,
    async stop() {
      // Sessions outlive the server, so they go first.
      await signal("SIGKILL");
      await server?.end();
      server = undefined;
      await rm(at("sshd.pid"), { force: true });
    },
  };
}

/** Makes an ed25519 key pair: `file` and `file`.pub. */
export async function createKey(file: string, passphrase = ""): Promise<void> {
  await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-C", "test", "-f", file]);
}

function lines(dir: string, port: number): string[] {
  return [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${dir}/host`,
    `PidFile ${dir}/sshd.pid`,
    `AuthorizedKeysFile ${dir}/authorized_keys`,
    // The folder and its owner are a test's, not a home.
    "StrictModes no",
    "UsePAM no",
    "PasswordAuthentication no",
    "AllowTcpForwarding remote",
    "AllowStreamLocalForwarding remote",
    "StreamLocalBindUnlink yes",
    "PermitListen none",
    "LogLevel DEBUG1",
  ];
}

async function descendants(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const children = text.split(" ").filter(Boolean).map(Number);
  return [...children, ...(await Promise.all(children.map(descendants))).flat()];
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
