import { readdirSync } from "node:fs";
import { onTestFinished } from "vitest";
import { type NamedParts, namedTunnel } from "../../main/tunnel/providers/cloudflare/named.ts";
import { quickTunnel } from "../../main/tunnel/providers/cloudflare/quick.ts";
import type { CloudflareParts, Timing } from "../../main/tunnel/providers/cloudflare/tunnel.ts";
import { temporaryFolder } from "./files.ts";
import { type Behaviour, playedCloudflared } from "./played-cloudflared.ts";

/** Looks often, and is otherwise as patient as in earnest. */
export const timing: Timing = { readyWithin: 24_000, checkEvery: 20, endWithin: 6_000 };

/** A stand-in; what a failed test leaves of it running is ended. */
export function standInCloudflared(behaviour: Behaviour = {}) {
  const program = playedCloudflared(temporaryFolder(), behaviour);
  onTestFinished(program.end);
  return program;
}

/** A quick tunnel by a stand-in. */
export function aQuickTunnel(behaviour: Behaviour = {}, changes: Partial<CloudflareParts> = {}) {
  const program = standInCloudflared(behaviour);
  const folder = temporaryFolder();
  const provider = quickTunnel({ program: async () => program.file, folder, timing, ...changes });
  return { program, folder, provider, left: () => readdirSync(folder) };
}

/** A named tunnel by a stand-in. */
export function aNamedTunnel(
  behaviour: Behaviour,
  { url, token }: Partial<Pick<NamedParts, "url" | "token">>,
) {
  const program = standInCloudflared(behaviour);
  const folder = temporaryFolder();
  const provider = namedTunnel({
    program: async () => program.file,
    folder,
    timing,
    url: url ?? "https://hooks.example.test/",
    token: token ?? (async () => "a-token"),
  });
  return { program, provider, left: () => readdirSync(folder) };
}
