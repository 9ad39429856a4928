import path from "node:path";
import { onTestFinished } from "vitest";
import { hookPath } from "../../main/lib/tokens.ts";
import { createConnections } from "../../main/receivers/http/connections.ts";
import { listenLocally } from "../../main/receivers/http/listen.ts";
import { openStore } from "../../main/store/thread/client.ts";
import { storeWorker, temporaryFolder } from "../support/files.ts";
import { receiverParts, takingApp } from "../support/receiver-parts.ts";

const token = "f".repeat(43);

/** The real receiver in front of the real store thread; what it complains of is counted. */
export async function aReceiver() {
  const file = path.join(temporaryFolder(), "bookings.sqlite");
  const faults: unknown[] = [];
  const answered = new Map<string, number>();
  const store = await openStore(storeWorker, file, (error) => faults.push(error));
  const connections = createConnections();
  const app = takingApp({
    take: store.take,
    ...receiverParts(token),
    trust: connections.trust,
    onAnswered(status, outcome, cause) {
      const answer = `${status} ${outcome}`;
      answered.set(answer, (answered.get(answer) ?? 0) + 1);
      if (cause) faults.push(cause);
    },
  });
  const listening = await listenLocally(app, 29_000, connections.came);
  onTestFinished(async () => {
    await listening.close();
    await store.close();
  });
  return {
    store,
    file,
    faults,
    answered,
    port: listening.port,
    path: hookPath(token),
    zapierPath: hookPath(token, "zapier"),
  };
}
