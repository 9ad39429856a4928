import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { opened } from "../support/bookbell.ts";
import { startLogind } from "../support/logind.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { test } from "./test.ts";

test("a sleep that the system announces is kept as a gap", async ({ desktop, start, port }) => {
  const logind = await startLogind(desktop.env);
  const profile = path.join(desktop.dir, "profile");
  await mkdir(profile, { recursive: true });
  const ssh = { host: "", port: 22, user: "", keyFile: "", socket: "", url: "", hostKey: "" };
  const none = { cloudflared: "", namedUrl: "", ngrokDomain: "", ssh };
  const tunnel = { ...none, kind: "own-url", ownUrl: "https://hooks.example.test" };
  await writeFile(path.join(profile, "settings.json"), JSON.stringify({ port, setup: "done", tunnel }));
  const bookbell = await start([], profile, logind.env);
  await opened(bookbell);
  await bookbell.app.evaluate(({ powerMonitor }) => {
    const heard: string[] = [];
    for (const event of ["suspend", "resume"] as const)
      powerMonitor.on(event as "resume", () => void heard.push(event));
    Object.assign(globalThis, { heard });
  });
  // Chromium cuts the page off while it sleeps; main is spoken to on another way.
  const heard = () => bookbell.app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  logind.suspend();
  await expect.poll(heard).toContain("suspend");
  logind.resume();
  await expect.poll(heard).toContain("resume");
  await bookbell.quit();
  logind.stop();

  const database = new DatabaseSync(path.join(profile, "bookings.sqlite"));
  const gaps = database.prepare("SELECT reason, from_at < to_at AS lasted FROM gap").all();
  database.close();
  // Where Electron tells of each twice, the second pair may come after the first, and is a moment's gap of its own.
  const asleep = gaps.filter(({ reason }) => reason === "asleep");
  expect(asleep.length).toBeGreaterThan(0);
  expect(asleep.every(({ lasted }) => lasted === 1)).toBe(true);
});
