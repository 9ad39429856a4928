import { existsSync } from "node:fs";
import { access, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { test } from "../e2e/test.ts";
import { postTo } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import { bookingAt } from "../support/example.ts";
import { pageOf, urlOf, watched } from "../support/launched.ts";
import { ordinaryUser } from "../support/ordinary-user.ts";
import { mayHaveOwnMachine, type OwnMachine, ownMachine } from "../support/own-machine.ts";
import { installed, letBeWatched, made, metainfo } from "../support/package.ts";
import { keepsWhat010Left, leftBy010 } from "../support/released-profile.ts";
import { newer } from "../support/update-feed.ts";

/** The package's whole life, on a machine of its own. */
test.describe.configure({ mode: "serial" });

let machine: OwnMachine;

test.beforeAll(async () => {
  test.skip(
    !(await mayHaveOwnMachine()),
    "Only root, on a Linux with overlays, makes itself such a machine.",
  );
  machine = await ownMachine();
});

test.afterAll(() => machine?.end());

const there = (file: string) => path.join(machine.root, file);
const apt = (...args: readonly string[]) =>
  machine.run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-q", ...args);
const install = (file: string) => apt("install", "--no-install-recommends", file);
const profileIn = (env: Env) => path.join(env.XDG_CONFIG_HOME ?? "", "Bookbell");

test("apt installs it, with a launcher, and every file as it was packed", async () => {
  await install((await made()).deb);
  expect(await machine.run("dpkg", "-V", "bookbell")).toBe("");
  const launcher = "/usr/share/applications/app.bookbell.Bookbell.desktop";
  expect(await machine.run("desktop-file-validate", launcher)).toBe("");
  expect(await readFile(there(launcher), "utf8")).toMatch(/^Exec=\/opt\/Bookbell\/bookbell/m);
  await access(there("/usr/share/icons/hicolor/128x128/apps/bookbell.png"));
  expect(await machine.run("appstreamcli", "validate", "--no-net", metainfo)).toContain("successful");
});

test("started by its launcher's name it receives, keeps and notifies", async ({ desktop, tray, daemon }) => {
  const bookbell = machine.start(["bookbell", "--no-sandbox", "--hidden"], desktop.env);
  try {
    await tray.nextItem();
    // The icon is there before the settings are saved.
    await bookbell.printed(/Listening/);
    const { token } = JSON.parse(await readFile(path.join(profileIn(desktop.env), "settings.json"), "utf8"));
    expect(await postTo(await urlOf(bookbell, token), bookingAt(Date.now(), "23:00", "23:30"))).toBe(204);
    const { icon, hints } = await daemon.waitFor(({ summary }) => summary === "New booking: Marty McFly");
    // The letters of a portrait are packed, too.
    expect(hints).toHaveProperty("image-data");
    expect(hints).toHaveProperty("desktop-entry");
    // The daemon is another program: it can read no archive.
    await access(there(icon));
  } finally {
    await bookbell.end();
  }
});

test("what is asked of it on the release's machines is so", async ({ desktop, tray, daemon }) => {
  const script = path.join(import.meta.dirname, "../../scripts/release/try-installed.mjs");
  const ask = `(await import(${JSON.stringify(script)})).tryInstalled("bookbell", ["--no-sandbox"])`;
  const asking = machine.start([process.execPath, "--input-type=module", "--eval", ask], desktop.env);
  try {
    await tray.nextItem();
    for (const fact of [/^Stored/, /^Notified/, /^Visible/]) await asking.printed(fact);
    await daemon.waitFor(({ summary }) => summary === "New booking: Marty McFly");
  } finally {
    await asking.end();
  }
});

test("nobody makes a Node or a debugger of it", async ({ desktop, tray, port }) => {
  const env = { ...desktop.env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: "--title=hijacked" };
  const printed: string[] = [];
  const args = ["--no-sandbox", "--hidden", "-e", "console.log('a Node')"];
  const bookbell = machine.start([installed, ...args], env, (line) => printed.push(line));
  try {
    // It starts as it always does.
    await tray.nextItem();
    await bookbell.printed(/Listening/);
    expect(printed.join()).not.toContain("a Node");
  } finally {
    await bookbell.end();
  }
  const profile = path.join(desktop.dir, "debugged");
  for (const wanted of [watched, `--inspect=127.0.0.1:${port + 50}`]) {
    const args = ["--no-sandbox", wanted, `--user-data-dir=${profile}`];
    const refused = machine.start([installed, ...args], desktop.env);
    await refused.printed(/Bookbell cannot be debugged/);
    await expect(refused.printed(/[Ll]istening/)).rejects.toThrow("ended (1)");
    expect(existsSync(path.join(profile, "settings.json"))).toBe(false);
  }
});

test("its window opens, and it starts hidden at login once asked to", async ({ desktop }) => {
  await letBeWatched(there(path.dirname(installed)));
  const bookbell = machine.start([installed, "--no-sandbox", watched], desktop.env);
  try {
    const page = await pageOf(bookbell);
    await page.getByRole("button", { name: "Later" }).click();
    await page.keyboard.press("Control+,");
    await page.getByRole("button", { name: /^About/ }).click();
    await page.getByRole("button", { name: /^Open-source licences/ }).click();
    await expect(page.getByText(/^electron-updater/)).toBeVisible();
    for (const _ of ["licences", "about"]) await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^General/ }).click();
    const login = page.getByRole("switch", { name: "Start at login" });
    await login.click();
    const autostart = path.join(desktop.env.XDG_CONFIG_HOME ?? "", "autostart/app.bookbell.Bookbell.desktop");
    await expect
      .poll(() => readFile(autostart, "utf8").catch(() => ""))
      .toContain(`Exec="${installed}" "--hidden"`);
    await login.click();
    await expect.poll(() => existsSync(autostart)).toBe(false);
  } finally {
    await bookbell.end();
  }
});

test("an ordinary user's has Chromium's sandbox, and keeps what 0.1.0 has left", async ({ desktop }) => {
  const user = await ordinaryUser(desktop);
  await user.has(leftBy010());
  const bookbell = user.start([installed], machine.start);
  try {
    await keepsWhat010Left(bookbell, user.profile);
    // Chromium sets it up once the process runs: at first there is none yet.
    await expect.poll(user.sandbox).toBe("2");
  } finally {
    await bookbell.end();
    await user.gone();
  }
});

test("a newer one takes its place, and the command stays", async () => {
  await install((await made("newer")).deb);
  expect(await machine.run("dpkg-query", "--show", "bookbell")).toBe(`bookbell\t${newer}\n`);
  expect(await machine.run("dpkg", "-V", "bookbell")).toBe("");
  expect(await machine.run("readlink", "--canonicalize", "/usr/bin/bookbell")).toBe(`${installed}\n`);
});

test("apt removes it without a trace, and what the user has stays", async ({ desktop, tray }) => {
  const bookbell = machine.start(["bookbell", "--no-sandbox", "--hidden"], desktop.env);
  await bookbell.printed(/Listening/);
  await tray.nextItem();
  const kept = () => readdir(profileIn(desktop.env));
  const own = expect.arrayContaining(["bookings.sqlite", "settings.json"]);
  await expect.poll(kept).toEqual(own);
  await bookbell.end();
  await apt("remove", "bookbell");
  const places = ["/opt", "/usr/bin", "/usr/share", "/etc"];
  expect(await machine.run("find", ...places, "-iname", "*bookbell*")).toBe("");
  expect(await kept()).toEqual(own);
});
