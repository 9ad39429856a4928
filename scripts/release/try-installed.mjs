import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { repository } from "../setup/paths.mjs";

const patience = 60_000;
const example = join(repository, "test/fixtures/timekit/help-article.instant.confirmed.json");

/**
 * Looks again and again until there is something.
 * @template T
 * @param {string} what is waited for
 * @param {() => T | undefined} look
 */
export async function until(what, look) {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await sleep(200);
  }
}

/** What a look gives; nothing while it throws. @template T @param {() => T} look @returns {T | undefined} */
export function attempt(look) {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** Timekit's own example, at a time that is still to come. */
function booking() {
  const body = JSON.parse(readFileSync(example, "utf8"));
  const at = (/** @type {number} */ minutes) => new Date(Date.now() + minutes * 60_000).toISOString();
  const times = { start: at(30), end: at(60) };
  const attributes = { ...body.attributes, event_info: { ...body.attributes.event_info, ...times } };
  delete attributes.event;
  const event = { ...body.event, ...times };
  return JSON.stringify({ ...body, updated_at: at(0), event, attributes });
}

/** How each system is asked whether a window is on the screen: by a command that fails, or prints nothing or 0, if not. */
const windowQuestions = /** @type {Record<string, [string, string[]]>} */ ({
  linux: ["xdotool", ["search", "--onlyvisible", "--name", "^Bookbell$"]],
  darwin: ["osascript", ["-e", 'tell application "System Events" to count windows of process "Bookbell"']],
  win32: [
    "powershell",
    [
      "-NoProfile",
      "-Command",
      "(Get-Process Bookbell | Where-Object MainWindowHandle -ne 0).MainWindowTitle",
    ],
  ],
});

function hasWindow() {
  const [program, args] = windowQuestions[process.platform] ?? ["false", []];
  const answer = execFileSync(program, args, { encoding: "utf8" }).trim();
  return answer !== "" && answer !== "0" ? true : undefined;
}

/**
 * Starts an installed Bookbell on a profile of its own, posts one booking to it, and says the demo's three facts: that it was
 * stored, notified and that the window is there. A package as it is lets nobody look into its window.
 * @param {string} program
 * @param {string[]} [args]
 */
export async function tryInstalled(program, args = []) {
  const profile = mkdtempSync(join(tmpdir(), "bookbell-try-"));
  writeFileSync(join(profile, "settings.json"), JSON.stringify({ setup: "done" }));
  const bookbell = spawn(program, [...args, `--user-data-dir=${profile}`], { stdio: "inherit" });
  const ended = new Promise((resolve) => bookbell.once("exit", resolve));
  try {
    const port = await until("Bookbell to listen", () =>
      attempt(
        () => /Listening \{"port":(\d+)/.exec(readFileSync(join(profile, "logs/main.log"), "utf8"))?.[1],
      ),
    );
    const { token } = JSON.parse(readFileSync(join(profile, "settings.json"), "utf8"));
    const address = `http://127.0.0.1:${port}/hooks/timekit/${token}`;
    const headers = { "content-type": "application/json" };
    const { status } = await fetch(address, { method: "POST", headers, body: booking() });
    const store = new DatabaseSync(join(profile, "bookings.sqlite"), { readOnly: true });
    const stored = /** @type {{ count: number }} */ (
      store.prepare("SELECT count(*) AS count FROM booking").get()
    );
    if (status !== 204 || stored.count !== 1) throw new Error(`Not stored: the answer was ${status}.`);
    console.log(`Stored: answered with ${status}`);
    const told = await until("the notification", () => {
      const row = store.prepare("SELECT outcome FROM alert WHERE outcome IS NOT NULL").get();
      return /** @type {{ outcome: string } | undefined} */ (row);
    });
    if (told.outcome !== "shown") throw new Error(`Not notified: ${told.outcome}.`);
    console.log(`Notified: ${told.outcome}`);
    store.close();
    await until("the window", () => attempt(hasWindow));
    console.log("Visible: its window is on the screen");
  } finally {
    if (process.platform === "win32")
      attempt(() => execFileSync("taskkill", ["/F", "/T", "/PID", `${bookbell.pid}`]));
    else bookbell.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
