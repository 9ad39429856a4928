import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { startFront } from "../support/front.ts";
import { socketsOf } from "../support/sockets.ts";
import { choosing, test } from "./test.ts";

test("the page has no Node and no Electron, only the bridge", async ({ page }) => {
  const found = await page.evaluate(() => ({
    node: ["require", "process", "Buffer", "module", "global"].filter((name) => name in window),
    bridge: Object.entries(window.bookbell)
      .flatMap(([group, functions]) => Object.keys(functions).map((own) => `${group}.${own}`))
      .sort(),
  }));
  expect(found.node).toEqual([]);
  expect(found.bridge).toEqual([
    "address.copy",
    "address.endOld",
    "address.renew",
    "bookings.act",
    "bookings.contact",
    "bookings.copy",
    "bookings.day",
    "bookings.export",
    "bookings.get",
    "bookings.join",
    "bookings.projects",
    "bookings.search",
    "bookings.snooze",
    "deliveries.copyAsCurl",
    "deliveries.get",
    "deliveries.list",
    "deliveries.replay",
    "exports.bookings",
    "exports.diagnostics",
    "news.list",
    "news.markSeen",
    "on.askToJoin",
    "on.deliveriesChanged",
    "on.receivedQuietly",
    "on.revealBooking",
    "on.showSettings",
    "on.showToday",
    "on.viewChanged",
    "privacy.forgetCustomer",
    "privacy.removeSetAside",
    "proof.run",
    "proof.seen",
    "secrets.removeEarlier",
    "secrets.set",
    "settings.change",
    "settings.setHotkey",
    "settings.setPaused",
    "settings.setPresenting",
    "settings.setSetup",
    "settings.setStartAtLogin",
    "timekit.catchUp",
    "timekit.chooseResource",
    "timekit.registerWebhooks",
    "timekit.resources",
    "tunnel.cancelDownload",
    "tunnel.change",
    "tunnel.chooseFile",
    "tunnel.downloadCloudflared",
    "tunnel.forgetHostKey",
    "tunnel.gaps",
    "tunnel.reconnect",
    "tunnel.trustHostKey",
    "updates.check",
    "updates.openReleases",
    "updates.restart",
    "window.dismiss",
    "window.hide",
    "window.reportFault",
    "window.view",
  ]);
});

test("windows are sandboxed, isolated and without Node", async ({ bookbell, page }) => {
  await expect(page).toHaveTitle("Bookbell");
  const preferences = await bookbell.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): object;
    };
    return page.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: "",
    webviewTag: false,
  });
});

test("the page reaches nothing but its own bundle", async ({ page, bookbell }) => {
  const policy = await page.evaluate(async () => {
    const response = await new Promise<XMLHttpRequest>((resolve) => {
      const request = new XMLHttpRequest();
      request.open("GET", location.href);
      request.onloadend = () => resolve(request);
      request.send();
    });
    return response.status;
  });
  // connect-src is none: even our own page cannot be fetched again.
  expect(policy).toBe(0);
  const outcomes = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map((url) =>
          fetch(url, { mode: "no-cors" }).then(
            () => `reached ${url}`,
            () => "refused",
          ),
        ),
      ),
    [await bookbell.url(), "https://example.com/", "file:///etc/passwd", "app://other/index.html"],
  );
  expect(new Set(outcomes)).toEqual(new Set(["refused"]));
});

test("app:// serves the bundle, with its policy, and nothing beside it", async ({ bookbell, page }) => {
  await expect(page).toHaveTitle("Bookbell");
  const get = (url: string) =>
    bookbell.app.evaluate(async ({ net }, url) => {
      const response = await net.fetch(url);
      return { status: response.status, policy: response.headers.get("content-security-policy") };
    }, url);
  expect((await get("app://bookbell/index.html")).policy).toMatch(/^default-src 'none'; script-src 'self'/);
  for (const path of [
    "..%2f..%2fpackage.json",
    "%2e%2e/%2e%2e/package.json",
    "index.html%00",
    "none.js",
    "%zz",
  ])
    expect((await get(`app://bookbell/${path}`)).status).toBe(404);
  expect((await get("app://other/index.html")).status).toBe(404);
});

test("no navigation, no new window, no permission", async ({ bookbell, page }) => {
  const before = page.url();
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "https://example.com/";
    document.body.append(link);
    link.click();
    location.assign("app://bookbell/none.html");
  });
  const opened = await page.evaluate(() => window.open("https://example.com/") === null);
  expect(opened).toBe(true);
  expect(page.url()).toBe(before);
  const permissions = await page.evaluate(async () => {
    const names = [
      "geolocation",
      "notifications",
      "clipboard-read",
      "camera",
      "microphone",
    ] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(new Set(permissions)).toEqual(new Set(["denied"]));
  expect(await bookbell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

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
  const found = await page.evaluate(async () => {
    const answer = await window.bookbell.bookings.search({ text: "a\0b\0", state: "all", time: "all" });
    const view = await window.bookbell.window.view();
    return { answer, store: view.ok && view.value.store };
  });
  expect(found).toEqual({ answer: { ok: true, value: { bookings: [], more: false } }, store: null });
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
  expect((await bookbell.settings()).tunnel).toEqual({ ...tunnel, ssh: { ...ssh, port: 2222, hostKey: "" } });
});

test("no page in a browser on this computer can post to it, whatever it knows", async ({
  bookbell,
  page,
  now,
}) => {
  await expect(page).toHaveTitle("Bookbell");
  const body = bookingAt(now, "15:00", "16:00").toString();
  const sent = await bookbell.app.evaluate(
    async ({ BrowserWindow }, { url, body }) => {
      const browser = new BrowserWindow({ show: false, webPreferences: { partition: "browser" } });
      await browser.loadURL("data:text/html,<p>A page of somebody's</p>");
      const post = `fetch("${url}", { method: "POST", mode: "no-cors", body: new Blob([${JSON.stringify(body)}]) })`;
      const sent = await browser.webContents.executeJavaScript(`${post}.then(() => "sent", String)`);
      browser.destroy();
      return sent;
    },
    { url: await bookbell.url(), body },
  );
  expect(sent).toBe("sent");
  expect(await page.evaluate(() => window.bookbell.deliveries.list({ before: null }))).toMatchObject({
    value: { lines: [] },
  });
  expect(await bookbell.post(Buffer.from(body))).toBe(204);
});

test("whoever starts Bookbell cannot have it trust a stranger's certificate", async ({ start, desktop }) => {
  const front = await startFront(desktop.dir, { socket: path.join(desktop.dir, "nobody.sock") });
  try {
    const env = {
      ...desktop.env,
      BOOKBELL_TIMEKIT_API: front.url,
      NODE_TLS_REJECT_UNAUTHORIZED: "0",
      SSL_CERT_FILE: front.caFile,
    };
    const bookbell = await start(
      ["--ignore-certificate-errors", "--allow-insecure-localhost"],
      undefined,
      env,
    );
    const page = await opened(bookbell);
    const secret = "live_api_key";
    const answer = await page.evaluate(
      (secret) => window.bookbell.secrets.set({ name: "timekit", secret, plain: true }),
      secret,
    );
    // An answer of any kind would mean that the key had been sent.
    expect(answer).toMatchObject({ ok: false, error: { code: "timekit-unreachable" } });
    const fetched = bookbell.app.evaluate(
      ({ session }, url) =>
        session
          .fromPartition("download")
          .fetch(url)
          .then(({ status }) => `answered ${status}`, String),
      front.url,
    );
    expect(await fetched).toMatch(/ERR_CERT/);
  } finally {
    await front.stop();
  }
});

test("a frame that is not the page gets no answer", async ({ bookbell, page }) => {
  await expect(page).toHaveTitle("Bookbell");
  const answer = await bookbell.app.evaluate(async ({ BrowserWindow, app }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await stranger.loadURL("app://bookbell/index.html");
    const said = await stranger.webContents.executeJavaScript(
      "window.bookbell.window.view().then(() => 'answered', (error) => String(error))",
    );
    stranger.destroy();
    return said;
  });
  expect(answer).toContain("Not for you.");
});

test("a frame within the page has no bridge, and shows nothing from elsewhere", async ({ page }) => {
  await expect(page).toHaveTitle("Bookbell");
  const found = await page.evaluate(async () => {
    const frame = (source: Partial<HTMLIFrameElement>) =>
      new Promise<HTMLIFrameElement>((resolve) => {
        const made = Object.assign(document.createElement("iframe"), source);
        made.onload = () => resolve(made);
        document.body.append(made);
      });
    const [own, copy] = [await frame({}), await frame({ src: "app://bookbell/index.html" })];
    const bridge = own.contentWindow && "bookbell" in own.contentWindow;
    return { bridge, copied: copy.contentDocument?.querySelector("script") ?? null };
  });
  expect(found).toEqual({ bridge: false, copied: null });
});

test("listens on 127.0.0.1 only, and nothing else", async ({ bookbell, page }) => {
  await expect(page).toHaveTitle("Bookbell");
  const held = await socketsOf(bookbell.app.process().pid ?? 0);
  const sockets = held.filter(({ listening }) => listening).map(({ local }) => local);
  const port = new URL(await bookbell.url()).port;
  const receiver = `0100007F:${Number(port).toString(16).toUpperCase().padStart(4, "0")}`;
  expect(sockets).toContain(receiver);
  // Playwright's own inspector and DevTools ports listen on loopback too.
  expect(sockets.every((address) => address.startsWith("0100007F:"))).toBe(true);
});
