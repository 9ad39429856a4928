import { createHash } from "node:crypto";
import { access, copyFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { test } from "../e2e/test.ts";
import { postTo } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { serveFiles } from "../support/file-server.ts";
import { urlOf } from "../support/launched.ts";
import { ordinaryUser } from "../support/ordinary-user.ts";
import { mayHaveOwnMachine, mayMountImages, type OwnMachine, ownMachine } from "../support/own-machine.ts";
import { build, made, unpacked } from "../support/package.ts";
import { keepsWhat010Left, leftBy010 } from "../support/released-profile.ts";
import { run } from "../support/system.ts";
import { packTestKey, signBuilt } from "../support/update-feed.ts";

/** The AppImage that electron-builder makes, but for its runtime: test/support/stand-ins. */
test.describe.configure({ mode: "serial" });

let machine: OwnMachine;
const offset = ["-offset", "4096"];

test.beforeAll(async () => {
  test.skip(
    !(await mayHaveOwnMachine()),
    "Only root, on a Linux with overlays, makes itself such a machine.",
  );
  test.skip(!(await mayMountImages()), "This machine has no FUSE.");
  machine = await ownMachine();
});

test.afterAll(() => machine?.end());

type User = Awaited<ReturnType<typeof ordinaryUser>>;

async function receives(user: User, file: string): Promise<void> {
  const { token } = JSON.parse(await readFile(path.join(user.profile, "settings.json"), "utf8"));
  const bookbell = user.start([file, "--hidden"], machine.start);
  try {
    const body = bookingAt(Date.now(), "23:00", "23:30");
    expect(await postTo(await urlOf(bookbell, token), body)).toBe(204);
  } finally {
    await bookbell.end();
  }
}

const sha512 = async (file: string) =>
  createHash("sha512")
    .update(await readFile(file))
    .digest("base64");

test("it holds the very application of the other packages, and keeps the sandbox", async () => {
  const { appImage, folder } = await made();
  expect(await run("unsquashfs", [...offset, "-stat", appImage])).toContain("Compression zstd");
  const content = path.join(await mkdtemp(path.join(tmpdir(), "bookbell-image-")), "content");
  const wanted = ["app.bookbell.Bookbell.desktop", "resources"];
  await run("unsquashfs", ["-quiet", "-no-progress", ...offset, "-dest", content, appImage, ...wanted]);
  const launcher = await readFile(path.join(content, "app.bookbell.Bookbell.desktop"), "utf8");
  expect(launcher).toMatch(/^Exec=AppRun %U$/m);
  const archive = "resources/app.asar";
  expect(await sha512(path.join(content, archive))).toBe(await sha512(path.join(folder, archive)));
  // With it electron-updater would take the file for a deb or rpm.
  expect(await readdir(path.join(content, "resources"))).not.toContain("package-type");
  await rm(path.dirname(content), { recursive: true });
});

for (const [how, args] of [
  ["mounted", []],
  ["unpacked, where nothing can be mounted", ["--appimage-extract-and-run"]],
] as const)
  test(`an ordinary user's runs ${how}, with Chromium's sandbox, on what 0.1.0 has left, and leaves nothing behind`, async ({
    desktop,
  }) => {
    const user = await ordinaryUser(desktop);
    await user.has(leftBy010());
    const bookbell = user.start([(await made()).appImage, ...args], machine.start);
    try {
      await keepsWhat010Left(bookbell, user.profile);
      await expect.poll(user.sandbox).toBe("2");
      await bookbell.quit();
      await expect.poll(() => readdir(path.join(user.home, "tmp"))).toEqual([]);
    } finally {
      await bookbell.end();
      await user.gone();
    }
  });

test("it updates itself: fetches what differs, is replaced at quitting, and starts as the newer one", async ({
  desktop,
}) => {
  const server = await serveFiles();
  const folder = await unpacked("keyed-content");
  await packTestKey(folder);
  const settings = [
    `--prepackaged=${folder}`,
    "-c.linux.publish.provider=generic",
    `-c.linux.publish.url=${server.url}`,
  ];
  const older = (await build({ targets: ["AppImage"], name: "keyed", settings })).appImage;
  const newer = (await made("newer")).appImage;
  await signBuilt(path.dirname(newer));
  server.serve(path.dirname(newer));

  const user = await ordinaryUser(desktop);
  const file = path.join(user.home, path.basename(older));
  await copyFile(older, file);
  await user.has({ "settings.json": JSON.stringify({ setup: "done" }) });
  const bookbell = user.start([file, "--hidden"], machine.start);
  try {
    // It looks by itself, within a minute.
    await access(await pendingIn(user.home));
    expect(await sha512(file)).toBe(await sha512(older));
    await bookbell.quit();
    await expect.poll(() => sha512(file)).toBe(await sha512(newer));
    const whole = (await readFile(newer)).length;
    expect(server.sent.get(path.basename(newer))).toBeLessThan(whole / 10);
    await receives(user, file);
  } finally {
    await bookbell.end();
    await user.gone();
    await server.stop();
  }
});

/** Where electron-updater notes what it has fetched whole, once it has. */
async function pendingIn(home: string): Promise<string> {
  const file = path.join(home, ".cache/bookbell-updater/pending/update-info.json");
  const there = () =>
    access(file).then(
      () => true,
      () => false,
    );
  await expect.poll(there, { timeout: 120_000 }).toBe(true);
  return file;
}
