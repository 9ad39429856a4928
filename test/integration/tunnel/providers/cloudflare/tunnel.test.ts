import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { aNamedTunnel, aQuickTunnel, timing } from "../../../../support/cloudflared.ts";
import { runs } from "../../../../support/played-cloudflared.ts";

const port = 27_042;
const never = new AbortController().signal;
const token = Buffer.from('{"a":"account","t":"tunnel","s":"secret"}').toString("base64");

describe("a quick tunnel", () => {
  test("stands at the address that Cloudflare gave it, and leaves nothing behind", async () => {
    const { program, provider, left } = aQuickTunnel();
    const tunnel = await provider.open(port, never);
    expect(tunnel.url).toBe("https://quick-brown-fox.trycloudflare.com");
    const { pid, args } = await program.notes();
    expect(args.join(" ")).toMatch(
      /^tunnel --config \S+ --no-autoupdate --grace-period 5s --metrics 127\.0\.0\.1:\d+ --url http:\/\/127\.0\.0\.1:27042$/,
    );
    await Promise.all([tunnel.close(), tunnel.close()]);
    expect(runs(pid)).toBe(false);
    expect(left()).toEqual([]);
  });

  test.each(["evil.example", "trycloudflare.com.evil.example", "eviltrycloudflare.com", "trycloudflare.com"])(
    "is not opened at %s, which is no address of Cloudflare's",
    async (hostname) => {
      const { provider, left } = aQuickTunnel({ hostname });
      await expect(provider.open(port, never)).rejects.toThrow("no host name");
      expect(left()).toEqual([]);
    },
  );

  test("is not led astray by settings that the user has for another tunnel", async () => {
    process.env.TUNNEL_HOSTNAME = "other.example.test";
    onTestFinished(() => void delete process.env.TUNNEL_HOSTNAME);
    const { program, provider } = aQuickTunnel();
    const tunnel = await provider.open(port, never);
    expect(await program.notes()).toMatchObject({ settings: [], config: "{}\n" });
    await tunnel.close();
  });

  test("that takes its time to end is waited for", async () => {
    const { program, provider } = aQuickTunnel({ slowMs: 300 });
    const tunnel = await provider.open(port, never);
    const { pid } = await program.notes();
    await tunnel.close();
    expect(runs(pid)).toBe(false);
  });

  test("that does not want to end is killed", async () => {
    const { program, provider, left } = aQuickTunnel(
      { stubborn: true },
      { timing: { ...timing, endWithin: 100 } },
    );
    const tunnel = await provider.open(port, never);
    const { pid } = await program.notes();
    await tunnel.close();
    expect(runs(pid)).toBe(false);
    expect(left()).toEqual([]);
  });
});

describe("a tunnel is lost", () => {
  test("when its process dies", async () => {
    const { program, provider, left } = aQuickTunnel({ lines: ["2026-11-23T09:00:00Z INF Starting tunnel"] });
    const tunnel = await provider.open(port, never);
    process.kill((await program.notes()).pid, "SIGKILL");
    expect(await tunnel.lost).toMatchObject({ code: "tunnel-ended" });
    await tunnel.close();
    expect(left()).toEqual([]);
  });

  test("when it lives on without a connection to Cloudflare", async () => {
    const { program, provider } = aQuickTunnel();
    const tunnel = await provider.open(port, never);
    program.cutOff();
    expect(await tunnel.lost).toMatchObject({ code: "tunnel-ended", detail: "no connection to Cloudflare" });
    await tunnel.close();
  });

  test("but not when the connection comes back in time", async () => {
    const { program, provider } = aQuickTunnel({ statuses: [200, 503, 503, 200, 503, 503, 200] });
    const tunnel = await provider.open(port, never);
    await program.through();
    expect(await Promise.race([tunnel.lost, Promise.resolve("pending")])).toBe("pending");
    await tunnel.close();
  });

  test("but not when it is closed", async () => {
    const { provider } = aQuickTunnel();
    const tunnel = await provider.open(port, never);
    await tunnel.close();
    expect(await Promise.race([tunnel.lost, Promise.resolve("pending")])).toBe("pending");
  });
});

describe("a named tunnel", () => {
  test("stands at the user's own address, and its token is no argument", async () => {
    const { program, provider, left } = aNamedTunnel({}, { token: async () => `${token}\n` });
    const tunnel = await provider.open(port, never);
    expect(tunnel.url).toBe("https://hooks.example.test");
    const { pid, args, ...given } = await program.notes();
    expect(given).toMatchObject({ token, tokenMode: 0o600 });
    expect(args.slice(-3, -1)).toEqual(["run", "--token-file"]);
    expect(readFileSync(`/proc/${pid}/cmdline`, "utf8")).not.toContain(token);
    expect(readFileSync(`/proc/${pid}/environ`, "utf8")).not.toContain(token);
    await tunnel.close();
    expect(left()).toEqual([]);
  });

  test("is refused with a token that is none, and does not repeat it", async () => {
    const said = "Provided Tunnel token is not valid";
    const lines = [said, `${said}: ${token.slice(0, 30)}`];
    const { provider, left } = aNamedTunnel({ lines, fails: true }, { token: async () => token });
    await expect(provider.open(port, never)).rejects.toMatchObject({
      code: "tunnel-refused",
      detail: said,
    });
    expect(left()).toEqual([]);
  });

  test.each([[{ url: "" }], [{ token: async () => null }], [{ token: async () => " \n" }]])(
    "is not tried when something is missing",
    async (changes) => {
      const { provider } = aNamedTunnel({}, changes);
      await expect(provider.open(port, never)).rejects.toMatchObject({ code: "tunnel-unfinished" });
    },
  );
});
