import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { choosing, test } from "./test.ts";
import { viewOf } from "./view.ts";

test("what the page asks is checked before it is believed", async ({ page, bookbell }) => {
  const codes = await page.evaluate(async () => {
    const bridge = (
      window as never as {
        bookbell: Record<string, Record<string, (input: unknown) => Promise<{ error?: { code: string } }>>>;
      }
    ).bookbell;
    const asked: [string, string, unknown][] = [
      ["settings", "change", { port: 80 }],
      ["settings", "change", { port: "26655" }],
      ["settings", "change", { token: "mine" }],
      ["settings", "change", { successCode: 500 }],
      ["settings", "setPaused", "yes"],
      ["secrets", "set", { name: "signing", secret: "", plain: true }],
      ["secrets", "set", { name: "token", secret: "mine", plain: true }],
      ["tunnel", "change", { kind: "telnet" }],
      ["address", "copy", { graph: "../..", state: "confirmed" }],
      ["window", "reportFault", "x".repeat(5_000)],
    ];
    return Promise.all(
      asked.map(async ([group, own, input]) => (await bridge[group]?.[own]?.(input))?.error?.code),
    );
  });
  expect(codes).toEqual(Array(10).fill("invalid-input"));
  expect((await bookbell.settings()).token).not.toBe("mine");
});

test("the page names no program, no file, no key of a server, and no address that is none", async ({
  page,
  bookbell,
}) => {
  const before = (await bookbell.settings()).tunnel;
  const ask = (input: unknown) =>
    page.evaluate(async (input) => {
      const answer = await window.bookbell.tunnel.change(input as never);
      return answer.ok ? "taken" : answer.error.code;
    }, input);
  const evil = "https://user:secret@hooks.example.com";
  for (const refused of [
    { cloudflared: "/bin/sh" },
    { kind: "cloudflare-quick", cloudflared: "\\\\evil.example\\share\\cloudflared.exe" },
    { ssh: { keyFile: "/etc/shadow" } },
    { ssh: { hostKey: "SHA256:uNiVztksCsDhcc0u9e8BrhZpgQIhLUUhhlYa3PnBjQY" } },
    ...[
      "foo",
      "http://hooks.example.com",
      evil,
      "https://a b.com",
      "https://x.example/?q",
      "file:///etc",
    ].flatMap((url) => [{ ownUrl: url }, { namedUrl: url }, { ssh: { url } }]),
    { ownUrl: "https://Hooks.example.com/" },
    { ngrokDomain: "https://bell.ngrok.app" },
    { ngrokDomain: "bell.ngrok.app/x" },
    { ssh: { host: "a server" } },
    { ssh: { host: "server.example.com\n" } },
    { ssh: { user: "-oProxyCommand=sh" } },
    { ssh: { socket: "../hooks.sock" } },
    { ssh: { port: 0 } },
  ])
    expect(await ask(refused), JSON.stringify(refused)).toBe("invalid-input");
  expect((await bookbell.settings()).tunnel).toEqual(before);
  expect(await page.evaluate(() => window.bookbell.tunnel.trustHostKey("SHA256:mine"))).toMatchObject({
    ok: false,
  });
});

test("a search for what nobody types is answered, and raises no alarm", async ({ page }) => {
  const found = await page.evaluate(() =>
    window.bookbell.bookings.search({ text: "a\0b\0", state: "all", time: "all" }),
  );
  expect(found).toEqual({ ok: true, json: JSON.stringify({ bookings: [], more: false }) });
  expect(await viewOf(page)).toHaveProperty("store", null);
});

test("a file is the one that the user chose in main's own dialog", async ({ page, bookbell }) => {
  await choosing(bookbell, null);
  expect(await page.evaluate(() => window.bookbell.tunnel.chooseFile("ssh-key"))).toEqual({
    ok: true,
    value: false,
  });
  await choosing(bookbell, "/home/marty/.ssh/bookbell");
  expect(await page.evaluate(() => window.bookbell.tunnel.chooseFile("ssh-key"))).toEqual({
    ok: true,
    value: true,
  });
  await choosing(bookbell, "/opt/cloudflared");
  expect(await page.evaluate(() => window.bookbell.tunnel.chooseFile("cloudflared"))).toEqual({
    ok: true,
    value: true,
  });
  expect((await bookbell.settings()).tunnel).toMatchObject({
    cloudflared: "/opt/cloudflared",
    ssh: { keyFile: "/home/marty/.ssh/bookbell", host: "" },
  });
});

test("what 0.1.0 has kept stays as it is when something beside it is changed", async ({
  start,
  desktop,
  port,
}) => {
  const ssh = {
    host: "my server",
    port: 22,
    user: "-x",
    keyFile: "/k",
    socket: "hooks.sock",
    url: "foo",
    hostKey: "h",
  };
  const tunnel = {
    kind: "off",
    cloudflared: "/opt/cf",
    namedUrl: "bar",
    ngrokDomain: "a/b",
    ssh,
    ownUrl: "baz",
  };
  const profile = path.join(desktop.dir, "profile");
  await mkdir(profile, { recursive: true });
  await writeFile(path.join(profile, "settings.json"), JSON.stringify({ port, setup: "done", tunnel }));
  const bookbell = await start();
  const page = await opened(bookbell);
  expect(await page.evaluate(() => window.bookbell.tunnel.change({ ssh: { port: 2222 } }))).toMatchObject({
    ok: true,
  });
  expect(await page.evaluate(() => window.bookbell.tunnel.forgetHostKey())).toMatchObject({ ok: true });
  expect((await bookbell.settings()).tunnel).toEqual({
    ...tunnel,
    relay: null,
    ssh: { ...ssh, port: 2222, hostKey: "" },
  });
});
