import { spawn } from "node:child_process";
import { hasProgram } from "../setup/commands.mjs";

/** @typedef {{ env: NodeJS.ProcessEnv, close: () => void }} Screen */

/**
 * Starts a program that tells on descriptor 3 where it can be reached, and waits for that line.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function startServer(program, args, env) {
  // Detached, so that Ctrl-C in a terminal doesn't end it before Electron.
  const child = spawn(program, args, { env, detached: true, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const answers = /** @type {import("node:stream").Readable} */ (child.stdio[3]);
  let address = "";
  // To the end of the line, which comes in pieces: whoever closes earlier makes Xvfb die of it.
  for await (const piece of answers) {
    address += piece;
    if (address.endsWith("\n")) break;
  }
  return { child, address: address.trim() };
}

/**
 * A screen in memory, with a session bus where there is none, for a Linux that has no display.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Screen>}
 */
export async function openScreen(env) {
  if (!hasProgram("Xvfb")) throw new Error("Bookbell can't start: there is no display here, and no Xvfb.");
  console.log("There is no display here, so Bookbell runs on a screen in memory (Xvfb).");
  const options = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"];
  const server = await startServer("Xvfb", ["-displayfd", "3", ...options], env);
  if (!server.address) throw new Error("Bookbell can't start: there is no display here, and Xvfb fails.");
  const children = [server.child];
  /** @type {NodeJS.ProcessEnv} */
  const screenEnv = { ...env, DISPLAY: `:${server.address}` };
  if (!env.DBUS_SESSION_BUS_ADDRESS && hasProgram("dbus-daemon")) {
    const bus = await startServer("dbus-daemon", ["--session", "--nofork", "--print-address=3"], screenEnv);
    children.unshift(bus.child);
    if (bus.address) screenEnv.DBUS_SESSION_BUS_ADDRESS = bus.address;
  }
  const close = () => {
    for (const child of children) child.kill();
  };
  process.once("exit", close);
  return { env: screenEnv, close };
}
