import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * What the stand-in plays.
 * @typedef {object} Part
 * @property {string} notes the file in which it writes what it was given
 * @property {string} down while this file exists, it has no connection
 * @property {string[]} [lines] what it says on stderr
 * @property {boolean} [fails] it ends after its lines, as on a fault
 * @property {boolean} [silent] it never serves anything
 * @property {boolean} [stubborn] it does not end on a signal
 * @property {number[]} [statuses] what /ready answers, in turn and then always the last; the file `through` tells that
 * @property {string} through
 * @property {string} [hostname] what it says that Cloudflare calls it
 * @property {number} [slowMs] how long it takes to end on a signal
 */

/**
 * Plays the cloudflared of 2026: arguments, /ready and /quicktunnel, lines on stderr, and the end on a signal.
 * @param {Part} part
 */
export function play(part) {
  const args = process.argv.slice(2);
  const after = (/** @type {string} */ name) => args[args.indexOf(name) + 1] ?? "";
  const tokenFile = args.includes("--token-file") ? after("--token-file") : null;
  const notes = {
    pid: process.pid,
    args,
    config: readFileSync(after("--config"), "utf8"),
    token: tokenFile && readFileSync(tokenFile, "utf8"),
    tokenMode: tokenFile && statSync(tokenFile).mode & 0o777,
    settings: Object.keys(process.env).filter((name) => name.startsWith("TUNNEL_")),
  };
  writeFileSync(part.notes, JSON.stringify(notes));
  for (const line of part.lines ?? []) process.stderr.write(`${line}\n`);
  if (part.fails) process.exitCode = 1;
  else run(part, Number(after("--metrics").split(":")[1]));
}

/**
 * @param {Part} part
 * @param {number} port
 */
function run(part, port) {
  const end = () => setTimeout(() => process.exit(0), part.slowMs ?? 0);
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, part.stubborn ? () => {} : end);
  // Something must keep it alive.
  if (part.silent) setInterval(() => {}, 60_000);
  else createServer((request, response) => answer(part, request.url, response)).listen(port, "127.0.0.1");
}

/**
 * @param {Part} part
 * @param {string | undefined} url
 * @param {import("node:http").ServerResponse} response
 */
function answer(part, url, response) {
  if (url === "/ready") {
    const status = existsSync(part.down) ? 503 : next(part);
    response.writeHead(status).end(JSON.stringify({ status, readyConnections: status === 200 ? 1 : 0 }));
  } else if (url === "/quicktunnel")
    response.end(JSON.stringify({ hostname: part.hostname ?? "quick-brown-fox.trycloudflare.com" }));
  else response.writeHead(404).end();
}

/** @param {Part} part */
function next({ statuses = [], through }) {
  if (statuses.length === 1) writeFileSync(through, "");
  return (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 200;
}
