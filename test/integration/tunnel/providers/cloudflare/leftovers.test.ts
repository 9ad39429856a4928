import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";
import { aQuickTunnel, standInCloudflared } from "../../../../support/cloudflared.ts";
import { eventually } from "../../../../support/eventually.ts";
import { temporaryFolder } from "../../../../support/files.ts";
import { runs } from "../../../../support/played-cloudflared.ts";

const port = 27_042;
const never = new AbortController().signal;

describe("what a killed Bookbell left running", () => {
  test("is ended by the next one", async () => {
    const { program, folder, provider } = aQuickTunnel();
    const built = path.join(temporaryFolder(), "built");
    await build({
      configFile: false,
      logLevel: "silent",
      build: { ssr: path.join(import.meta.dirname, "../../../../support/hold-tunnel.ts"), outDir: built },
    });
    const other = standInCloudflared();
    const bookbell = fork(path.join(built, "hold-tunnel.js"), [other.file, folder], { execArgv: [] });
    onTestFinished(() => void bookbell.kill("SIGKILL"));
    await once(bookbell, "message");
    const { pid } = await other.notes();
    bookbell.kill("SIGKILL");
    await once(bookbell, "exit");
    expect(runs(pid)).toBe(true);

    const tunnel = await provider.open(port, never);
    await eventually(async () => (runs(pid) ? null : true));
    expect(readdirSync(folder)).toHaveLength(1);
    expect(runs((await program.notes()).pid)).toBe(true);
    await tunnel.close();
  });

  test("is not mistaken for a stranger that has its number now", async () => {
    const { folder, provider } = aQuickTunnel();
    const stranger = standInCloudflared({ silent: true });
    const child = fork(stranger.file, ["--config", "/dev/null", "--metrics", "127.0.0.1:1"], {
      execArgv: [],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const first = await provider.open(port, never);
    const [run = ""] = readdirSync(folder);
    const note = path.join(folder, run, "pid");
    const ours = Number(readFileSync(note, "utf8"));
    writeFileSync(note, String((await stranger.notes()).pid));
    await (await provider.open(port, never)).close();
    expect(runs((await stranger.notes()).pid)).toBe(true);
    expect(runs(ours)).toBe(true);
    await first.close();
  });
});
