import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { startFront } from "../support/front.ts";
import { socketsOf } from "../support/sockets.ts";
import { test } from "./test.ts";

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
  expect(
    await page.evaluate(() => window.bookbell.deliveries.list({ before: null, only: "everything" })),
  ).toMatchObject({
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
