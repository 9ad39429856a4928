import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { english } from "../support/english.ts";
import { playedCloudflared, runs } from "../support/played-cloudflared.ts";
import { run } from "../support/system.ts";
import { choosing, test } from "./test.ts";
import { viewOf } from "./view.ts";

test("a quick tunnel starts, comes back when its program is killed, and leaves nothing when closed", async ({
  bookbell,
  page,
  desktop,
}) => {
  const folder = path.join(desktop.dir, "program");
  await mkdir(folder);
  const program = playedCloudflared(folder);
  try {
    await choosing(bookbell, program.file);
    await page.evaluate(() => window.bookbell.tunnel.chooseFile("cloudflared"));
    await page.evaluate(() => window.bookbell.tunnel.change({ kind: "cloudflare-quick" }));
    const first = await program.notes();
    expect(first.args).toContain("--no-autoupdate");
    await expect.poll(async () => (await viewOf(page)).reach.host).toBe("quick-brown-fox.trycloudflare.com");
    // Nobody answers under that name here, and so Bookbell must not say that it receives.
    expect((await viewOf(page)).reach.state).not.toBe("receiving");

    await bookbell.app.evaluate(({ clipboard }) => clipboard.writeText("what was there"));
    expect(await page.evaluate(() => window.bookbell.address.copy(null))).toMatchObject({
      ok: false,
      error: { code: "address-unproven" },
    });
    expect(await bookbell.app.evaluate(({ clipboard }) => clipboard.readText())).toBe("what was there");
    expect(await page.evaluate(() => window.bookbell.timekit.registerWebhooks(["instant"]))).toMatchObject({
      ok: false,
      error: { code: "no-public-address" },
    });

    process.kill(first.pid, "SIGKILL");
    const pid = async () => (await program.notes()).pid;
    await expect.poll(pid).not.toBe(first.pid);

    await page.evaluate(() => window.bookbell.tunnel.change({ kind: "off" }));
    await expect.poll(async () => runs(await pid())).toBe(false);
    await expect.poll(async () => (await viewOf(page)).reach.state).toBe("off");
  } finally {
    program.end();
  }
});

test("a quick tunnel's address is copied once something came through it", async ({
  start,
  desktop,
  daemon: _,
}) => {
  const name = "quick-brown-fox.trycloudflare.com";
  const folder = path.join(desktop.dir, "program");
  await mkdir(folder);
  const program = playedCloudflared(folder);
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  const names = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
  await run("openssl", ["req", "-x509", ...kind, ...names, "-keyout", key, "-out", cert]);
  const bookbell = await start([], undefined, { ...desktop.env, NODE_EXTRA_CA_CERTS: cert });
  const page = await opened(bookbell);
  const receiver = new URL(await bookbell.url());
  const cloudflare = createHttps(
    { key: await readFile(key), cert: await readFile(cert) },
    (asked, answer) => {
      const { method = "", url: path = "", headers } = asked;
      const passed = request(
        { host: receiver.hostname, port: receiver.port, method, path, headers },
        (found) => {
          answer.writeHead(found.statusCode ?? 0, found.headers);
          found.pipe(answer);
        },
      );
      asked.pipe(passed);
    },
  );
  await once(cloudflare.listen(0, "127.0.0.1"), "listening");
  const { port } = cloudflare.address() as AddressInfo;
  try {
    await bookbell.app.evaluate(
      (_electron, { name, port }) => {
        const { Socket } = process.getBuiltinModule("node:net");
        const connect = Socket.prototype.connect as (...args: unknown[]) => unknown;
        Socket.prototype.connect = function (this: unknown, ...args: unknown[]) {
          const to = [args].flat(2)[0] as { host?: string };
          if (to.host === name) Object.assign(to, { host: "127.0.0.1", port });
          return connect.apply(this, args);
        } as typeof Socket.prototype.connect;
      },
      { name, port },
    );
    await choosing(bookbell, program.file);
    await page.evaluate(() => window.bookbell.tunnel.chooseFile("cloudflared"));
    await page.evaluate(() => window.bookbell.tunnel.change({ kind: "cloudflare-quick" }));
    await expect.poll(async () => (await viewOf(page)).reach.state).toBe("receiving");
    expect(await page.evaluate(() => window.bookbell.address.copy(null))).toMatchObject({ ok: true });
    const copied = await bookbell.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toBe(`https://${name}${receiver.pathname}`);
  } finally {
    cloudflare.closeAllConnections();
    cloudflare.close();
    program.end();
  }
});

test("the download of Cloudflare's program goes to where its release lies", async ({ start, daemon: _ }) => {
  let asked = 0;
  const server = createServer((socket) => {
    asked += 1;
    socket.destroy();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  try {
    const bookbell = await start([`--host-resolver-rules=MAP github.com 127.0.0.1:${port}`]);
    const page = await opened(bookbell);
    expect(await page.evaluate(() => window.bookbell.tunnel.downloadCloudflared())).toMatchObject({
      ok: false,
      error: { code: "download-failed" },
    });
    expect(asked).toBeGreaterThan(0);
  } finally {
    server.close();
  }
});

test("ngrok that cannot be reached is one clear sentence, and Bookbell stays at hand", async ({
  bookbell,
  page,
}) => {
  await page.evaluate(async () => {
    await window.bookbell.secrets.set({ name: "ngrok", secret: "2abcdefghijklmnopqrstuvwxyz0", plain: true });
    await window.bookbell.tunnel.change({ kind: "ngrok" });
  });
  await expect.poll(async () => (await viewOf(page)).reach.problem?.code ?? "").toMatch(/^tunnel-/);
  const { problem } = (await viewOf(page)).reach;
  await expect(
    page.locator(".status-what", { hasText: problem ? english.problemWords(problem).message : "no problem" }),
  ).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("Not receiving");
  const workers = () =>
    bookbell.app.evaluate(
      ({ app }) =>
        app.getAppMetrics().filter(({ serviceName }) => serviceName === "node.mojom.NodeService").length,
    );
  await page.evaluate(() => window.bookbell.tunnel.change({ kind: "off" }));
  await expect.poll(async () => (await viewOf(page)).reach.state).toBe("off");
  await expect.poll(workers).toBe(0);
});
