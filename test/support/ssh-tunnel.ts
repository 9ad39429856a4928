import type { AddressInfo, Server } from "node:net";
import path from "node:path";
import { expect, onTestFinished } from "vitest";
import type { SshSettings } from "../../common/tunnel-settings.ts";
import type { Tunnel } from "../../main/tunnel/provider.ts";
import { sshProvider } from "../../main/tunnel/providers/ssh/provider.ts";
import { temporaryFolder } from "./files.ts";
import { type SshdOptions, startSshd } from "./sshd.ts";

const never = new AbortController().signal;

/** Listens on a free port of 127.0.0.1. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A real sshd, and settings that suit it. */
export async function aServer(options?: SshdOptions) {
  const dir = temporaryFolder();
  const sshd = await startSshd(dir, options);
  onTestFinished(() => sshd.stop());
  const settings: SshSettings = {
    host: "127.0.0.1",
    port: sshd.port,
    user: sshd.user,
    keyFile: sshd.keyFile,
    socket: path.join(dir, "hooks.sock"),
    url: "https://hooks.example.com/",
    hostKey: sshd.hostFingerprint,
  };
  return { dir, sshd, settings };
}

const provider = (settings: SshSettings, passphrase: string | null) =>
  sshProvider(
    () => settings,
    async () => passphrase,
  );

/** Opens a tunnel to `port`, closed when the test ends. */
export async function open(
  settings: SshSettings,
  port: number,
  passphrase: string | null = null,
): Promise<Tunnel> {
  const tunnel = await provider(settings, passphrase).open(port, never);
  onTestFinished(() => tunnel.close());
  return tunnel;
}

/** The error with which a tunnel does not open. */
export function fails(
  settings: SshSettings,
  passphrase: string | null = null,
  signal = never,
): Promise<unknown> {
  const opening = provider(settings, passphrase).open(1, signal);
  return opening.then(
    () => expect.fail("It opened."),
    (error) => error,
  );
}
