import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import type { UpdatesView } from "../../../common/updates.ts";
import { appImageOf } from "../../../main/desktop/app-image.ts";
import { WorldError } from "../../../main/lib/world-error.ts";
import { loadUpdater } from "../../../main/updates/electron-updater.ts";
import { electronView } from "../../../main/updates/electron-version.ts";
import { type Owner, ownerOf } from "../../../main/updates/owner.ts";
import { createUpdates, type Updater } from "../../../main/updates/updates.ts";

/** An updater that finds nothing until it is told otherwise. */
class Played extends EventEmitter implements Updater {
  autoInstallOnAppQuit = true;
  asked = 0;
  /** What comes of the next question. */
  next: () => Promise<null> = async () => {
    this.emit("update-not-available");
    return null;
  };
  checkForUpdates() {
    this.asked += 1;
    return this.next();
  }
}

function start(owner: Owner = "self") {
  const played = new Played();
  const seen: UpdatesView[] = [];
  const given = { enabled: true, inMeeting: false, now: 1_000_000_000, restarts: 0, loads: 0 };
  const updates = createUpdates({
    owner,
    load: async () => {
      given.loads += 1;
      return played;
    },
    enabled: () => given.enabled,
    inMeeting: () => given.inMeeting,
    now: () => given.now,
    onView: (view) => seen.push(view),
    restart: () => (given.restarts += 1),
  });
  return { updates, played, seen, given, last: () => seen.at(-1) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("it looks at the first minute and then every six hours, while it may", async () => {
  const { updates, played, given, last } = start();
  updates.minute();
  await settled();
  expect(last()).toEqual({ state: "newest", checkedAt: given.now });
  given.now += 6 * 3_600_000 - 1;
  updates.minute();
  expect(played.asked).toBe(1);
  given.now += 1;
  given.enabled = false;
  updates.minute();
  expect(played.asked).toBe(1);
  given.enabled = true;
  updates.minute();
  await settled();
  expect(played.asked).toBe(2);
});

test("what it finds is fetched, and installed at quitting, but in no meeting", async () => {
  const { updates, played, seen, given, last } = start();
  await updates.check();
  played.emit("update-available", { version: "1.2.0" });
  for (const percent of [0.2, 0.9, 50.5]) played.emit("download-progress", { percent });
  played.emit("update-downloaded", { version: "1.2.0" });
  expect(seen.slice(-3)).toEqual([
    { state: "downloading", version: "1.2.0", percent: 0 },
    { state: "downloading", version: "1.2.0", percent: 50 },
    { state: "ready", version: "1.2.0" },
  ]);
  given.inMeeting = true;
  expect(() => updates.install()).toThrow("update-in-meeting");
  updates.quitting();
  expect(played.autoInstallOnAppQuit).toBe(false);
  given.inMeeting = false;
  updates.quitting();
  expect(played.autoInstallOnAppQuit).toBe(true);
  updates.install();
  expect(given.restarts).toBe(1);
  await updates.check();
  expect(last()).toEqual({ state: "ready", version: "1.2.0" });
});

test("a failure is told, and can be tried again; an altered file is called so", async () => {
  const { updates, played, last } = start();
  played.next = async () => {
    const error = new Error("offline");
    played.emit("error", error);
    throw error;
  };
  await updates.check();
  expect(last()).toMatchObject({ state: "failed", problem: { code: "update-failed" } });
  await updates.check();
  expect(played.asked).toBe(2);
  played.emit("error", Object.assign(new Error("sha512"), { code: "ERR_CHECKSUM_MISMATCH" }));
  expect(last()).toMatchObject({ problem: { code: "update-altered" } });
});

test("one that runs from its source never asks", async () => {
  const { updates, given, seen } = start("source");
  updates.start();
  updates.minute();
  await updates.check();
  updates.install();
  expect(seen).toEqual([{ state: "elsewhere" }]);
  expect(given).toMatchObject({ loads: 0, restarts: 0 });
});

test("of a package it only tells what is out, and goes on telling it while the feed is out of reach", async () => {
  const { updates, played, given, last } = start("package");
  played.next = async () => {
    played.emit("update-available", { version: "1.2.0" });
    return null;
  };
  await updates.check();
  expect(last()).toEqual({ state: "available", version: "1.2.0", known: false });
  updates.known();
  updates.install();
  expect(given.restarts).toBe(0);
  played.next = () => Promise.reject(new Error("offline"));
  await updates.check();
  expect(last()).toEqual({ state: "available", version: "1.2.0", known: true });
  played.next = async () => {
    played.emit("update-available", { version: "1.3.0" });
    return null;
  };
  await updates.check();
  expect(last()).toEqual({ state: "available", version: "1.3.0", known: false });
});

test("what is wrong with a feed is told by its name, and a copy without keys takes nothing", async () => {
  const { updates, played, last } = start();
  played.next = () => Promise.reject(new WorldError("update-unsigned"));
  await updates.check();
  expect(last()).toMatchObject({ problem: { code: "update-unsigned" } });
  await expect(loadUpdater("self", "/nowhere/update-keys.pem")).rejects.toThrow("update-unkeyed");
});

test.each([
  ["33.2.1", true],
  ["44.9.9", true],
  ["45.0.0", false],
  ["45.4.1", false],
  ["100.0.0", false],
])("Electron %s, where 45.4.1 is meant: outdated = %s", (version, outdated) => {
  expect(electronView(version, "45.4.1")).toEqual({ version, outdated, known: false });
});

test("an AppImage is known by where the program runs, not by what it inherited", () => {
  const env = { APPIMAGE: "/home/marty/Bookbell.AppImage", APPDIR: "/tmp/.mount_x" };
  expect(appImageOf(env, "/tmp/.mount_x/bookbell")).toBe("/home/marty/Bookbell.AppImage");
  expect(appImageOf(env, "/opt/Bookbell/bookbell")).toBeNull();
  const run = (platform: NodeJS.Platform, execPath: string, packaged = true) =>
    ownerOf({ platform, env, execPath }, packaged);
  expect(run("linux", "/tmp/.mount_x/bookbell")).toBe("self");
  expect(run("linux", "/opt/Bookbell/bookbell")).toBe("package");
  expect(run("win32", "C:\\Bookbell.exe")).toBe("self");
  expect(run("darwin", "/Applications/Bookbell.app", false)).toBe("source");
});
