import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { type Bookbell, opened, postTo } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { test as base, rowOf } from "./test.ts";

interface Disk {
  readonly profile: string;
  remount(how: "ro" | "rw"): void;
  /** Leaves room for so many bytes more. */
  fill(left?: number): Promise<void>;
  free(): Promise<void>;
}

/** A profile on a disk of its own. Only root may mount one. */
const test = base.extend<{ disk: Disk }>({
  disk: async ({ desktop, port }, use) => {
    const profile = path.join(desktop.dir, "small-disk");
    const filler = path.join(profile, "filler");
    await mkdir(profile, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=96m", "none", profile]);
    await writeFile(
      path.join(profile, "settings.json"),
      JSON.stringify({ port, setup: "done", theme: "dark" }),
    );
    await use({
      profile,
      remount: (how) => void execFileSync("mount", ["-o", `remount,${how}`, profile]),
      async fill(left = 0) {
        const { bavail, bsize } = await statfs(profile);
        await writeFile(filler, Buffer.alloc(bavail * bsize - left));
      },
      free: () => rm(filler),
    });
    execFileSync("umount", ["-l", profile]);
  },
});
test.skip(process.getuid?.() !== 0, "Only root may mount a disk.");

/** Where Timekit would post to; the log, which tells it elsewhere, could not be written. */
async function addressOf(bookbell: Bookbell, port: number): Promise<string> {
  await expect.poll(async () => (await bookbell.settings()).token).toMatch(/^[\w-]{43}$/);
  return `http://127.0.0.1:${port}${hookPath((await bookbell.settings()).token)}`;
}

test("a folder that may only be read is said in the window, and Bookbell goes on once it may be written to", async ({
  start,
  disk,
  port,
  now,
}) => {
  disk.remount("ro");
  const bookbell = await start([], disk.profile);
  const page = await opened(bookbell);
  const sentence = page.getByText("Bookbell can’t write to its data folder.", { exact: true }).first();
  await expect(sentence).toBeVisible();
  await expect(page.getByText("Your bookings aren’t known right now")).toBeVisible();
  await expect(page.getByText(/No bookings today|You’re done for today/)).toBeHidden();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: /^Appearance/ }).click();
  await page.getByRole("radio", { name: "Light" }).click();
  await expect(
    page.getByText("Bookbell can’t write to its data folder, so that couldn’t be saved."),
  ).toBeVisible();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  disk.remount("rw");
  await page.getByRole("radio", { name: "Light" }).click();
  await expect(page.getByRole("radio", { name: "Light" })).toBeChecked();
  for (const _ of ["the section", "the settings"]) await page.keyboard.press("Escape");
  await expect(sentence).toBeHidden();
  const { token, theme } = await bookbell.settings();
  expect(theme).toBe("light");
  expect(await postTo(await addressOf(bookbell, port), bookingAt(now, "15:00", "16:00"))).toBe(204);
  await expect(rowOf(page, "Marty McFly")).toBeVisible();
  // Had it been made anew, the address that was copied meanwhile would be a wrong one.
  expect(token).toMatch(/^[\w-]{43}$/);
});

test("a start on a full disk says so; a pause holds all the same, and is saved once there is room", async ({
  start,
  disk,
  tray,
  port,
  now,
}) => {
  await disk.fill();
  const bookbell = await start([], disk.profile);
  const page = await opened(bookbell);
  const sentence = page.getByText("The disk is full, so bookings can’t be saved.", { exact: true }).first();
  await expect(sentence).toBeVisible();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: /^Appearance/ }).click();
  await page.getByRole("radio", { name: "Light" }).click();
  await expect(page.getByText("The disk is full, so that couldn’t be saved.")).toBeVisible();
  await expect(page.getByText("Free some space, then try again.")).toBeVisible();
  for (const _ of ["the section", "the settings"]) await page.keyboard.press("Escape");
  await (await tray.nextItem()).clickItem("Pause notifications > Until I resume");
  await expect(page.getByRole("button", { name: "Paused", exact: true })).toBeVisible();
  await disk.free();
  await expect(sentence).toBeHidden();
  expect(await postTo(await addressOf(bookbell, port), bookingAt(now, "15:00", "16:00"))).toBe(204);
  await bookbell.quit();
  expect(JSON.parse(await readFile(path.join(disk.profile, "settings.json"), "utf8"))).toMatchObject({
    paused: true,
    theme: "dark",
  });
});

test("a disk that is almost full is said before it is full, bookings wait, and all arrive once there is room", async ({
  start,
  disk,
  port,
  now,
}) => {
  const bookbell = await start([], disk.profile);
  const page = await opened(bookbell);
  const address = await addressOf(bookbell, port);
  const ids = Array.from({ length: 300 }, (_, i) => `b${i}`);
  const [first = "", ...others] = ids;
  const post = (id: string) => postTo(address, bookingAt(now, "15:00", "16:00", { id }));
  expect(await post(first)).toBe(204);
  await disk.fill(4 * 1024 * 1024);
  const refused: string[] = [];
  for (const id of others) {
    const status = await post(id);
    expect([204, 503]).toContain(status);
    if (status === 503) refused.push(id);
  }
  expect(refused).not.toEqual([]);
  const sentence = page
    .getByText("The disk is almost full, so new bookings aren’t saved.", { exact: true })
    .first();
  await expect(sentence).toBeVisible();
  await disk.free();
  await expect(sentence).toBeHidden();
  for (const id of refused) expect(await post(id)).toBe(204);
  await bookbell.quit();
  expect(keptIn(path.join(disk.profile, "bookings.sqlite"))).toEqual(new Set(ids));
});

function keptIn(file: string): Set<string> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("SELECT id FROM booking").all() as { id: string }[];
  database.close();
  return new Set(rows.map(({ id }) => id));
}
