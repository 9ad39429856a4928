import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { aQuickTunnel, timing } from "../../../../support/cloudflared.ts";
import { temporaryFolder } from "../../../../support/files.ts";
import { runs } from "../../../../support/played-cloudflared.ts";

const port = 27_042;
const never = new AbortController().signal;

describe("a tunnel that does not come up leaves nothing behind, and says why:", () => {
  const at = "2026-11-23T09:00:00Z";
  test.each([
    [
      "tunnel-limit",
      [
        `${at} INF Requesting new quick Tunnel on trycloudflare.com...`,
        `${at} ERR Error unmarshaling QuickTunnel response: error code: 1015 status_code="429 Too Many Requests"`,
        "failed to unmarshal quick Tunnel: invalid character 'e' looking for beginning of value",
      ],
    ],
    [
      "tunnel-unreachable",
      [
        `${at} INF Requesting new quick Tunnel on trycloudflare.com...`,
        'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup failed',
      ],
    ],
    ["tunnel-conflict", ["use `cloudflared tunnel run` to start tunnel 7f9c"]],
    ["tunnel-ended", [`${at} ERR Something that no version has said yet`]],
    ["cloudflared-broken", ["Incorrect Usage: flag provided but not defined: -metrics"]],
    ["cloudflared-broken", ["Usage: another program"]],
    ["cloudflared-broken", []],
  ] as const)("%s", async (code, lines) => {
    const { program, provider, left } = aQuickTunnel({ lines: [...lines], fails: true });
    await expect(provider.open(port, never)).rejects.toMatchObject({ code });
    expect(runs((await program.notes()).pid)).toBe(false);
    expect(left()).toEqual([]);
  });

  test("it is not in time", async () => {
    const { program, provider, left } = aQuickTunnel(
      { silent: true },
      { timing: { ...timing, readyWithin: 4_000 } },
    );
    await expect(provider.open(port, never)).rejects.toMatchObject({ code: "tunnel-late" });
    expect(runs((await program.notes()).pid)).toBe(false);
    expect(left()).toEqual([]);
  });

  test("it is not wanted any more", async () => {
    const { program, provider, left } = aQuickTunnel({ silent: true, stubborn: true });
    const abort = new AbortController();
    const opening = provider.open(port, abort.signal);
    const { pid } = await program.notes();
    abort.abort();
    await expect(opening).rejects.toMatchObject({ code: "tunnel-ended" });
    expect(runs(pid)).toBe(false);
    expect(left()).toEqual([]);
  });

  test.each([
    ["cloudflared-missing", async (): Promise<string | null> => null],
    ["cloudflared-missing", async (): Promise<string | null> => "/nowhere/cloudflared"],
    ["cloudflared-broken", async (): Promise<string | null> => garbage(0o644)],
    ["cloudflared-broken", async (): Promise<string | null> => garbage(0o755)],
  ] as const)("%s", async (code, program) => {
    const { provider, left } = aQuickTunnel({}, { program });
    await expect(provider.open(port, never)).rejects.toMatchObject({ code });
    expect(left()).toEqual([]);
  });
});

function garbage(mode: number): string {
  const file = path.join(temporaryFolder(), "cloudflared");
  writeFileSync(file, Buffer.from([0, 1, 2, 3, 0xff, 0xfe]), { mode });
  return file;
}
