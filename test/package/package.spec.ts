import { existsSync } from "node:fs";
import { access, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { test } from "../e2e/test.ts";
import { postTo } from "../support/bookbell.ts";
import { Child, type Env } from "../support/desktop/child.ts";
import { bookingAt } from "../support/example.ts";
import { pageOf, urlOf, watched } from "../support/launched.ts";
import {
  buildPackage,
  installDeb,
  installed,
  letBeWatched,
  mayInstall,
  purgeDeb,
  removeDeb,
} from "../support/package.ts";
import { run } from "../support/system.ts";

/** The package as its users have it: one after the other, because a machine has only one of it. */
test.describe.configure({ mode: "serial" });

let file = "";

test.beforeAll(async () => {
  test.skip(!(await mayInstall()), "Only root on a Debian may install a package.");
  file = await buildPackage("deb");
});

test.afterAll(async () => {
  if (file) await purgeDeb();
});

const profileIn = (env: Env) => path.join(env.XDG_CONFIG_HOME ?? "", "Bookbell");

test("apt installs it, with a launcher, and every file as it was packed", async () => {
  await installDeb(file);
  expect(await run("dpkg", ["-V", "bookbell"])).toBe("");
  const launcher = "/usr/share/applications/app.bookbell.Bookbell.desktop";
  expect(await run("desktop-file-validate", [launcher])).toBe("");
  expect(await readFile(launcher, "utf8")).toMatch(/^Exec=\/opt\/Bookbell\/bookbell/m);
  await access("/usr/share/icons/hicolor/128x128/apps/bookbell.png");
});

test("started by its launcher's name it receives, keeps and notifies", async ({ desktop, tray, daemon }) => {
  const bookbell = new Child("bookbell", ["--no-sandbox", "--hidden"], desktop.env);
  try {
    await tray.nextItem();
    const { token } = JSON.parse(await readFile(path.join(profileIn(desktop.env), "settings.json"), "utf8"));
    expect(await postTo(await urlOf(bookbell, token), bookingAt(Date.now(), "23:00", "23:30"))).toBe(204);
    const { icon } = await daemon.waitFor(({ summary }) => summary === "New booking: Marty McFly");
    // The daemon is another program: it can read no archive.
    await access(icon);
  } finally {
    await bookbell.end();
  }
});

test("nobody makes a Node or a debugger of it", async ({ desktop, tray, port }) => {
  const env = { ...desktop.env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: "--title=hijacked" };
  const printed: string[] = [];
  const args = ["--no-sandbox", "--hidden", "-e", "console.log('a Node')"];
  const bookbell = new Child(installed, args, env, (line) => printed.push(line));
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
    const refused = new Child(installed, ["--no-sandbox", wanted, `--user-data-dir=${profile}`], desktop.env);
    await refused.printed(/Bookbell cannot be debugged/);
    await expect(refused.printed(/[Ll]istening/)).rejects.toThrow("ended (1)");
    expect(existsSync(path.join(profile, "settings.json"))).toBe(false);
  }
});

test("its window opens, and it starts hidden at login once asked to", async ({ desktop }) => {
  await letBeWatched(path.dirname(installed));
  const bookbell = new Child(installed, ["--no-sandbox", watched], desktop.env);
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

test("an ordinary user's has Chromium's sandbox", async ({ desktop }) => {
  const home = await mkdtemp(path.join(tmpdir(), "bookbell-nobody-"));
  const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
  await mkdir(path.join(home, "run"));
  await run("chown", ["-R", "65534:65534", home]);
  const env = { PATH: "/usr/bin:/bin", HOME: home, DISPLAY: desktop.env.DISPLAY ?? "", TZ: "UTC" };
  const args = [...nobody, installed, `--user-data-dir=${home}/profile`];
  const bookbell = new Child("setpriv", args, { ...env, XDG_RUNTIME_DIR: path.join(home, "run") });
  try {
    await bookbell.printed(/Listening/);
    // Chromium sets it up once the process runs: at first there is none yet.
    await expect.poll(() => rendererSeccomp(home)).toBe("2");
  } finally {
    await bookbell.end();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Whether the page's process of that profile filters its system calls: 2 = by Chromium's sandbox. */
async function rendererSeccomp(home: string): Promise<string | null> {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (!command.includes("--type=renderer") || !command.includes(home)) continue;
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    return /^Seccomp:\s+(\d)/m.exec(status)?.[1] ?? null;
  }
  return null;
}

test("apt removes it without a trace, and what the user has stays", async ({ desktop, tray }) => {
  const bookbell = new Child("bookbell", ["--no-sandbox", "--hidden"], desktop.env);
  await bookbell.printed(/Listening/);
  await tray.nextItem();
  await bookbell.end();
  await removeDeb();
  const left = async (folder: string) => (await readdir(folder)).filter((name) => /bookbell/i.test(name));
  for (const folder of [
    "/opt",
    "/usr/bin",
    "/usr/share/applications",
    "/usr/share/icons/hicolor/128x128/apps",
  ])
    expect(await left(folder).catch(() => [])).toEqual([]);
  expect(await readdir(profileIn(desktop.env))).toEqual(
    expect.arrayContaining(["bookings.sqlite", "settings.json"]),
  );
});
