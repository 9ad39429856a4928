import { expect } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { openTunnel } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { reach, tunnel, typicalDay, view } from "./views.ts";

test("looking at the ways changes nothing until one is used", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTunnel(page);
  await page.getByRole("radio", { name: /^None/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Cloudflare quick tunnel/ })).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Domain")).toBeVisible();
  expect(await askedFor(page, "tunnel.change")).toEqual([]);
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("status")).toHaveText("ngrok is on");
  expect(await askedFor(page, "tunnel.change")).toEqual([{ kind: "ngrok" }]);
  await expect(page.getByRole("button", { name: "Turn on" })).toHaveCount(0);
  await expect(page.getByRole("radio", { name: /^ngrok/ })).toBeFocused();
});

test("a way that main refuses says why beside its button", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTunnel(page);
  await page.evaluate((refused) => window.mock.refuse("tunnel.change", refused), problem("internal"));
  await page.getByRole("radio", { name: /^ngrok/ }).check();
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("Something went wrong inside Bookbell.")).toBeVisible();
});

test("the tunnel is closed like any other choice", async ({ open }) => {
  const page = await open(view(typicalDay, { ...tunnel("ngrok"), ...reach("receiving") }));
  await openTunnel(page);
  await page.getByRole("radio", { name: /^None/ }).check();
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect.poll(() => askedFor(page, "tunnel.change")).toEqual([{ kind: "off" }]);
});

test("an address is checked in place, tidied and saved on leaving", async ({ open }) => {
  const page = await open(view(typicalDay, tunnel("own-url")));
  await openTunnel(page);
  const field = page.getByLabel("Public URL");
  for (const wrong of ["http://hooks.example.com", "not an address", "https://a b.com", "localhost"]) {
    await field.fill(wrong);
    await field.press("Enter");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/begins with https/);
  }
  expect(await askedFor(page, "tunnel.change")).toEqual([]);
  await field.fill(" Hooks.example.com/ ");
  await page.keyboard.press("Tab");
  await expect.poll(() => askedFor(page, "tunnel.change")).toEqual([{ ownUrl: "https://hooks.example.com" }]);
  await expect(field).toHaveValue("https://hooks.example.com");
  await expect(page.getByRole("status")).toHaveText("Saved");
  await field.fill("https://hooks.example.com/bell/");
  await field.press("Enter");
  await expect(field).toHaveValue("https://hooks.example.com/bell");
});

test("ngrok's domain is taken out of a whole address, and may be left empty", async ({ open }) => {
  const page = await open(view(typicalDay, tunnel("ngrok")));
  await openTunnel(page);
  const field = page.getByLabel("Domain");
  await field.fill("https://bell.ngrok.app");
  await field.press("Enter");
  await expect(field).toHaveValue("bell.ngrok.app");
  await field.fill("");
  await field.press("Enter");
  const wanted = [{ ngrokDomain: "bell.ngrok.app" }, { ngrokDomain: "" }];
  await expect.poll(() => askedFor(page, "tunnel.change")).toEqual(wanted);
});

test("a named tunnel tells which port its host name must lead to", async ({ open }) => {
  const page = await open(
    view(typicalDay, {
      ...tunnel("cloudflare-named"),
      receiver: { state: "listening", port: 26656, wanted: 26655 },
    }),
  );
  await openTunnel(page);
  await expect(page.getByText("http://127.0.0.1:26656")).toBeVisible();
  await page.getByRole("button", { name: "Set token" }).click();
  await page.getByLabel("Cloudflare’s tunnel token").fill("abc");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Tunnel token saved");
  expect(await askedFor(page, "secrets.set")).toEqual([{ name: "cloudflare", secret: "abc", plain: false }]);
});

test("one button gets the program that is missing and turns the way on", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTunnel(page);
  await page.getByRole("radio", { name: /^Cloudflare quick tunnel/ }).check();
  await expect(page.locator(".button-main")).toHaveText(["Download and turn on"]);
  await page.locator(".button-main").click();
  await expect.poll(() => askedFor(page, "tunnel.downloadCloudflared")).toHaveLength(1);
  expect(await askedFor(page, "tunnel.change")).toEqual([{ kind: "cloudflare-quick" }]);
});

test("the download shows how far it is, can be ended, and keeps the focus in its place", async ({ open }) => {
  const page = await open(view(typicalDay, tunnel("cloudflare-quick")), {
    slow: "tunnel.downloadCloudflared",
  });
  await openTunnel(page);
  await page.getByRole("button", { name: "Download (38 MB)" }).click();
  await page.evaluate(() =>
    window.mock.change({ cloudflared: { state: "downloading", got: 19_000_000, size: 38_000_000 } }),
  );
  const bar = page.getByRole("progressbar", { name: "Download of cloudflared" });
  await expect(bar).toHaveAttribute("value", "19000000");
  await expect(page.getByText("19 MB of 38 MB")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => askedFor(page, "tunnel.cancelDownload")).toHaveLength(1);
  await page.evaluate(() =>
    window.mock.change({ cloudflared: { state: "found", file: "/opt/cloudflared" } }),
  );
  await expect(page.getByRole("status")).toHaveText("cloudflared is ready");
  await expect(page.getByText("/opt/cloudflared")).toBeVisible();
  await expect(page.getByRole("button", { name: "Choose another…" })).toBeFocused();
});

test("a download that breaks off says why, and a file can be chosen instead", async ({ open }) => {
  const refused = { name: "tunnel.downloadCloudflared", problem: problem("download-failed") } as const;
  const page = await open(view(typicalDay, tunnel("cloudflare-quick")), { refused });
  await openTunnel(page);
  await page.getByRole("button", { name: "Download (38 MB)" }).click();
  await expect(page.getByText("The download was interrupted.")).toBeVisible();
  await page.getByRole("button", { name: "Choose file…" }).click();
  await expect.poll(() => askedFor(page, "tunnel.chooseFile")).toEqual(["cloudflared"]);
  await expect(page.getByRole("status")).toHaveText("");
  await page.evaluate(() => {
    window.mock.answers.chosen = "/opt/cloudflared";
  });
  await page.getByRole("button", { name: "Choose file…" }).click();
  await expect(page.getByText("/opt/cloudflared")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Saved");
  expect(await askedFor(page, "tunnel.change")).toEqual([]);
});

test("a system without a download is told to choose a file", async ({ open }) => {
  const cloudflared = { state: "missing", size: null, version: "2026.9.1" } as const;
  const page = await open(view(typicalDay, { ...tunnel("cloudflare-quick"), cloudflared }));
  await openTunnel(page);
  await expect(page.getByText("There is no download for this system")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Download/ })).toHaveCount(0);
});

test("the state stands on top: since when, when last checked, and to check at once", async ({ open }) => {
  const page = await open(
    view(typicalDay, { ...tunnel("ngrok"), ...reach("receiving", { host: "a.ngrok.app" }) }),
  );
  await openTunnel(page);
  const health = page.getByRole("region", { name: "State" });
  await expect(health).toContainText("Receiving through a.ngrok.app");
  await expect(health).toContainText("Since 09:12 · Last checked 14:34");
  await health.getByRole("button", { name: "Check now" }).click();
  await expect.poll(() => askedFor(page, "tunnel.reconnect")).toHaveLength(1);
});

test("that the tunnel just opened works is spoken", async ({ open }) => {
  const page = await open(view(typicalDay, { ...tunnel("ngrok"), ...reach("unknown") }));
  await openTunnel(page);
  await page.evaluate((state) => window.mock.change(state), reach("receiving", { host: "a.ngrok.app" }));
  await expect(page.getByRole("status")).toHaveText("Reachable through a.ngrok.app");
});
