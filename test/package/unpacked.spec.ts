import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { expect, type Page } from "@playwright/test";
import manifest from "../../package.json" with { type: "json" };
import { test } from "../e2e/test.ts";
import { mayTrace, sentTo, traced } from "../support/connections.ts";
import { Child, type Env } from "../support/desktop/child.ts";
import { pageOf, watched } from "../support/launched.ts";
import { build, letBeWatched, made, unpacked } from "../support/package.ts";
import { hashesIn, lackingIn, ownMegabytes } from "../support/package-content.ts";
import { packTestKey, serveUpdate, type Update } from "../support/update-feed.ts";

/** What is within every package. One build for all of these. */
test.describe.configure({ mode: "serial" });

/** How a fuse's state is written in the program itself. */
const [off, on] = ["0", "1"].map((state) => state.charCodeAt(0));
let folder = "";

/** The names of the npm packages in its archive. */
function packagesIn(application: string): Set<string> {
  const files = listPackage(path.join(application, "resources/app.asar"), { isPack: false });
  const named = /^\/node_modules\/((?:@[^/]+\/)?[^@/][^/]*)$/;
  return new Set(files.flatMap((name) => named.exec(name)?.[1] ?? []));
}

test.beforeAll(async () => {
  test.skip(process.platform !== "linux", "The programs of the test desktop are Linux's.");
  folder = await unpacked("watched");
  await letBeWatched(folder);
});

test("it holds what runs, and nothing else", () => {
  const files = listPackage(path.join(folder, "resources/app.asar"), { isPack: false });
  const packages = packagesIn(folder);
  // What is within the built code, the page's, or only for building, is not there besides.
  for (const other of ["electron", "preact", "express", "qs", "ssh2", "zod", "vite", "node-addon-api"])
    expect(packages).not.toContain(other);
  expect(
    files.filter((name) => /\.(ts|tsx|map|md|exe)$|^\/(test|scripts|main|renderer)\//.test(name)),
  ).toEqual([]);
  expect(files.filter((name) => /\/prebuilds\/(?!linux-x64)[^/]+$/.test(name))).toEqual([]);
});

test("every package that its code asks for is there, with all that this one needs", async () => {
  const { asked, lacking } = await lackingIn(path.join(folder, "resources/app.asar"));
  expect(lacking).toEqual([]);
  // Only what has native code is a package still.
  expect(asked).toEqual(["@photostructure/sqlite", "@ngrok/ngrok"]);
});

test("what is not Electron's is no larger than it must be: two thirds are ngrok, an eighth the languages", async () => {
  expect((await ownMegabytes((await made()).folder)).withoutSqlite).toBeLessThan(15);
});

test("a second build of the same source has the same bytes", async () => {
  const first = await hashesIn((await made()).folder);
  const second = await hashesIn((await build({ targets: ["dir"], name: "again" })).folder);
  // The makers of debs and rpms leave them in the folder.
  for (const extra of ["package-type", "apparmor-profile"]) first.delete(`resources/${extra}`);
  expect(second).toEqual(first);
});

test("its fuses are set", async () => {
  const wire = await getCurrentFuseWire(path.join(folder, "bookbell"));
  const fuses = {
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  };
  expect(wire).toMatchObject(fuses);
});

test("beside it is a list of what it is made of", async () => {
  const file = path.join((await made()).folder, `../bookbell-${manifest.version}.cdx.json`);
  const bom = JSON.parse(await readFile(file, "utf8"));
  expect(bom).toMatchObject({
    bomFormat: "CycloneDX",
    metadata: { component: { name: "bookbell", version: manifest.version } },
  });
  const names: string[] = bom.components.map(({ name }: { name: string }) => name);
  // Whatever was packed is on it, and so is Electron, in the very version that was packed.
  for (const packed of packagesIn(folder)) expect(names).toContain(packed);
  for (const within of ["preact", "express", "zod"]) expect(names).toContain(within);
  for (const tool of ["vite", "typescript", "vitest"]) expect(names).not.toContain(tool);
  const program = await readFile(path.join(folder, "bookbell"));
  const version = (of: string) => bom.components.find(({ name }: { name: string }) => name === of)?.version;
  const told = `Chrome/${version("chromium")} Electron/${version("electron")}`;
  expect(program.includes(told)).toBe(true);
  expect(program.includes(`node-v${version("node")}.tar.gz`)).toBe(true);
  const { dependsOn } = bom.dependencies.find(({ ref }: { ref: string }) => ref.startsWith("electron@"));
  expect(dependsOn).toEqual([`chromium@${version("chromium")}`, `node@${version("node")}`]);
});

/** Bookbell in the settings, with an update to be had; as an AppImage runs it, or as one of the system's packages. */
async function withUpdate(
  env: Env,
  update: Update,
  use: (given: Given) => Promise<void>,
  { as = "AppImage", trace }: { as?: "AppImage" | "package"; trace?: string } = {},
): Promise<void> {
  const feed = await serveUpdate(folder, env, update);
  await looksOnlyWhenAsked(env);
  const start = { program: path.join(folder, "bookbell"), args: ["--no-sandbox", watched] };
  const { program, args } = trace ? traced(trace, start.program, start.args) : start;
  const bookbell = new Child(program, args, { ...env, ...(as === "AppImage" ? feed.env : {}) });
  try {
    const page = await pageOf(bookbell);
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("button", { name: /^About/ }).click();
    await page.getByRole("button", { name: "Check for a software update now" }).click();
    await use({ page, feed });
  } finally {
    await bookbell.end();
    await feed.stop();
  }
}

/** By itself it looks at the next full minute, and then offers no button to look with. */
async function looksOnlyWhenAsked(env: Env): Promise<void> {
  const profile = path.join(env.XDG_CONFIG_HOME ?? "", "Bookbell");
  await mkdir(profile, { recursive: true });
  await writeFile(path.join(profile, "settings.json"), JSON.stringify({ setup: "done", updates: false }));
}

interface Given {
  readonly page: Page;
  readonly feed: Awaited<ReturnType<typeof serveUpdate>>;
}

test("as it is in the repository, without a key, it asks nobody and says so", async ({ desktop }) => {
  test.skip(existsSync("build/update-keys.pem"), "This repository has its keys.");
  await withUpdate(desktop.env, { version: "9.9.9" }, async ({ page, feed }) => {
    await expect(page.getByText("This copy can’t check whether an update is genuine")).toBeVisible();
    expect(feed.asked).toEqual([]);
  });
});

test.describe("with a key", () => {
  test.beforeAll(() => packTestKey(folder));

  test("an AppImage fetches a newer version, installs it at quitting, and starts it", async ({ desktop }) => {
    await withUpdate(desktop.env, { version: "9.9.9" }, async ({ page, feed }) => {
      await expect(page.getByText("9.9.9 is ready").first()).toBeVisible();
      expect(await feed.installed()).toBe(false);
      await page.getByRole("button", { name: "Restart now" }).click();
      await expect.poll(feed.installed).toBe(true);
      // electron-updater runs it once to have it settle in; then it is started.
      await expect.poll(feed.runs).toEqual(["settles in", "starts with --hidden"]);
    });
  });

  test("an update that is not what was published is thrown away", async ({ desktop }) => {
    await withUpdate(desktop.env, { version: "9.9.9", fault: "another file" }, async ({ page, feed }) => {
      await expect(page.getByText("The newer version isn’t the file that was published")).toBeVisible();
      expect(await feed.installed()).toBe(false);
    });
  });

  for (const fault of ["unsigned", "altered feed", "another key"] as const)
    for (const as of ["AppImage", "package"] as const)
      test(`a feed with a fault (${fault}) is refused by the ${as}, and nothing else is fetched`, async ({
        desktop,
      }) => {
        const update = { version: "9.9.9", fault };
        const refused = async ({ page, feed }: Given) => {
          await expect(page.getByText("isn’t signed by the makers of Bookbell")).toBeVisible();
          expect(feed.asked).toEqual(["/latest-linux.yml"]);
          expect(await feed.installed()).toBe(false);
        };
        await withUpdate(desktop.env, update, refused, { as });
      });

  test("an older version is not taken, however rightly it is signed", async ({ desktop }) => {
    test.skip(!mayTrace(), "This machine lets nobody watch a program.");
    const trace = path.join(desktop.dir, "trace");
    const look = async ({ page, feed }: Given) => {
      await expect(page.getByText(/Up to date as of/).first()).toBeVisible();
      expect(feed.asked).toEqual(["/latest-linux.yml"]);
      // Nobody but the feed was asked for anything.
      expect(await sentTo(trace)).toEqual([`tcp ${feed.host}`]);
    };
    await withUpdate(desktop.env, { version: "0.0.1" }, look, { trace });
  });

  test("of a deb or rpm a newer version is told, and nothing is fetched", async ({ desktop }) => {
    const told = async ({ page, feed }: Given) => {
      await expect(
        page.getByText("9.9.9 is out. Install it as you installed this one.").first(),
      ).toBeVisible();
      for (const _ of ["the section", "the settings"]) await page.keyboard.press("Escape");
      await expect(page.locator(".footer-update", { hasText: "Version 9.9.9 is out" })).toBeVisible();
      expect(feed.asked).toEqual(["/latest-linux.yml"]);
    };
    await withUpdate(desktop.env, { version: "9.9.9" }, told, { as: "package" });
  });
});
