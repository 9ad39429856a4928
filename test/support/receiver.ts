import path from "node:path";
import { onTestFinished } from "vitest";
import { hookPath } from "../../main/lib/tokens.ts";
import { createConnections } from "../../main/receivers/http/connections.ts";
import { listenLocally } from "../../main/receivers/http/listen.ts";
import { openStore } from "../../main/store/thread/client.ts";
import { storeWorker, temporaryFolder } from "./files.ts";
import { receiverParts, type TakingParts, takingApp } from "./receiver-parts.ts";

export const token = "t".repeat(43);
export const json = { "content-type": "application/json" };

/** A receiver over a store of its own until the test ends, with all that it says. */
export async function aReceiver(changes: Partial<TakingParts> = {}) {
  const store = await openStore(storeWorker, path.join(temporaryFolder(), "bookings.sqlite"), (error) => {
    throw error;
  });
  const answered: string[] = [];
  const refused: string[] = [];
  const misdirected: string[] = [];
  const overOld: number[] = [];
  const connections = createConnections();
  const parts: TakingParts = {
    ...receiverParts(token),
    take: store.take,
    onRefused: (reason, bytes) => refused.push(`${reason} ${bytes}`),
    onMisdirected: ({ body, signature, standing }) =>
      misdirected.push(`${body.length} ${signature} ${standing}`),
    onOldAddress: (bytes) => overOld.push(bytes),
    trust: connections.trust,
    onAnswered: (status, outcome) => answered.push(`${status} ${outcome}`),
    ...changes,
  };
  const listening = await listenLocally(takingApp(parts), 27_000, connections.came);
  onTestFinished(async () => {
    await listening.close();
    await store.close();
  });
  const origin = `http://127.0.0.1:${listening.port}`;
  return {
    store,
    answered,
    refused,
    misdirected,
    overOld,
    origin,
    port: listening.port,
    url: `${origin}${hookPath(token)}`,
  };
}

/** Posts it as Timekit does. */
export const post = (url: string, body: Uint8Array | string, headers: Record<string, string> = json) =>
  fetch(url, { method: "POST", body: body as BodyInit, headers });
