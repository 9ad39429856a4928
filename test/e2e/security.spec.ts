import { expect } from "@playwright/test";
import { test } from "./test.ts";

test("the page has no Node and no Electron, only the bridge", async ({ page }) => {
  const found = await page.evaluate(() => ({
    node: ["require", "process", "Buffer", "module", "global"].filter((name) => name in window),
    bridge: Object.entries(window.bookbell)
      .flatMap(([group, functions]) => Object.keys(functions).map((own) => `${group}.${own}`))
      .sort(),
  }));
  expect(found.node).toEqual([]);
  expect(found.bridge).toEqual([
    "activity.list",
    "activity.markSeen",
    "address.close",
    "address.copy",
    "address.copyFor",
    "address.endOld",
    "address.renew",
    "alerts.greet",
    "bookings.act",
    "bookings.confirm",
    "bookings.contact",
    "bookings.copy",
    "bookings.days",
    "bookings.dots",
    "bookings.export",
    "bookings.get",
    "bookings.hasPage",
    "bookings.join",
    "bookings.openLink",
    "bookings.openPage",
    "bookings.projects",
    "bookings.requests",
    "bookings.search",
    "bookings.snooze",
    "bookings.undo",
    "deliveries.copyAsCurl",
    "deliveries.get",
    "deliveries.list",
    "deliveries.replay",
    "destinations.copyKey",
    "destinations.drop",
    "destinations.hosts",
    "destinations.messages",
    "destinations.preview",
    "destinations.remove",
    "destinations.removeRule",
    "destinations.renewKey",
    "destinations.retry",
    "destinations.save",
    "destinations.saveRule",
    "destinations.sendAgain",
    "destinations.test",
    "exports.bookings",
    "exports.diagnostics",
    "fullScreen.act",
    "fullScreen.view",
    "on.askToJoin",
    "on.deliveriesChanged",
    "on.lightRow",
    "on.receivedQuietly",
    "on.revealBooking",
    "on.showLanguage",
    "on.showSettings",
    "on.showToday",
    "on.viewChanged",
    "privacy.forgetCustomer",
    "privacy.removeSetAside",
    "proof.run",
    "proof.seen",
    "secrets.removeEarlier",
    "secrets.set",
    "services.catchUp",
    "services.register",
    "services.setCalcomBase",
    "services.unregister",
    "settings.change",
    "settings.setHotkey",
    "settings.setPaused",
    "settings.setPresenting",
    "settings.setSetup",
    "settings.setStartAtLogin",
    "timekit.catchUp",
    "timekit.chooseResource",
    "timekit.graphs",
    "timekit.openAdmin",
    "timekit.registerWebhooks",
    "timekit.resources",
    "tunnel.cancelDownload",
    "tunnel.change",
    "tunnel.chooseFile",
    "tunnel.copyRelayKey",
    "tunnel.downloadCloudflared",
    "tunnel.forgetHostKey",
    "tunnel.openInvitation",
    "tunnel.reconnect",
    "tunnel.takeInvitation",
    "tunnel.trustHostKey",
    "updates.check",
    "updates.openReleases",
    "updates.restart",
    "window.dismiss",
    "window.hide",
    "window.lit",
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
