import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimes, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeat = 3_000;
const patience = 15_000;

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    // The age counts too, because after a restart another program may have the holder's number.
    return !isAlive(Number(readFileSync(file, "utf8"))) || Date.now() - statSync(file).mtimeMs > patience;
  } catch {
    return false;
  }
}

/** @param {string} file */
function take(file) {
  if (isAbandoned(file)) rmSync(file, { force: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    // A link appears with its content, so nobody can read a half-written lock.
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

/**
 * Runs the action while no other process holds the lock; a lock whose holder died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} action
 */
export async function withLock(file, action) {
  mkdirSync(dirname(file), { recursive: true });
  for (let tries = 0; !take(file); tries++) {
    if (tries === 0) console.log("Another set-up is at work; this one waits for it.");
    await sleep(200);
  }
  const beat = setInterval(() => utimes(file, new Date(), new Date(), () => {}), heartbeat);
  try {
    return await action();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}
