import path from "node:path";
import { messageOf } from "../../main/destinations/message.ts";
import { Child, type Env } from "../support/desktop/child.ts";
import { happened } from "../support/outgoing.ts";
import { ruled } from "../support/ruled-profile.ts";

const mostWaiting = 10_000;

/** Takes what is posted to it after as long as a server on the internet would. */
const takerScript = `
  const server = require("node:http").createServer((request, response) => {
    request.resume().on("end", () => setTimeout(() => response.end("ok"), 100));
  });
  server.listen(0, "127.0.0.1", () => console.log("port " + server.address().port));`;

/** Somebody to whom changes are sent, in a process of its own. */
export async function startTaker(env: Env) {
  const child = new Child(process.execPath, ["-e", takerScript], env);
  const line = await child.printed(/^port \d+$/);
  return { port: Number(line.slice("port ".length)), stop: () => child.end() };
}

/**
 * Three rules that want everything: two for who takes it, one for a port where nobody is, for which up to 10,000 messages
 * of what is stored wait already. @returns what the settings have to have beside that
 */
export function withRules(profile: string, port: number) {
  const addresses = [`http://127.0.0.1:${port}/a`, `http://127.0.0.1:${port}/b`, "http://127.0.0.1:9/c"];
  const { store, database, ids, settings } = ruled(
    path.join(profile, "bookings.sqlite"),
    addresses.map((address) => ({ kind: "url", address })),
  );
  const message = messageOf(happened(), { kind: "new", detail: "names" }, "msg_waiting", Date.now());
  database
    .prepare(
      `INSERT INTO outgoing(change, destination, owed_at, message)
         SELECT seq, ?, ?, ? FROM change ORDER BY seq LIMIT ${mostWaiting}`,
    )
    .run(ids[2] ?? "", Date.now(), JSON.stringify(message));
  store.close();
  return settings;
}
