import { openDatabase } from "../../main/store/engine/driver.ts";
import { openStore } from "../../main/store/thread/client.ts";
import { payloadWith } from "../support/timekit-payloads.ts";

// A program that says what it finds in a file, and then keeps bookings there, each said once it is acknowledged, until
// it is killed: node keeper.ts WORKER FILE PREFIX
const [worker = "", file = "", prefix = ""] = process.argv.slice(2);
const senders = [1, 2, 3, 4];

export interface Found {
  readonly library: "built-in" | "package";
  readonly integrity: string;
  readonly ids: readonly string[];
  readonly owed: number;
}

function look(): Found {
  const database = openDatabase(file);
  const all = (sql: string) => database.prepare(sql).all() as Record<string, string>[];
  const found = {
    library: loadsPackage() ? "package" : "built-in",
    integrity: all("PRAGMA integrity_check")
      .map(({ integrity_check }) => integrity_check)
      .join(),
    ids: all("SELECT id FROM booking").map(({ id }) => id ?? ""),
    owed: all("SELECT seq FROM change JOIN alert ON alert.change = seq WHERE outcome IS NULL").length,
  } as const;
  database.close();
  return found;
}

/** Whether the package's native part has been loaded into this process, by whichever thread. */
function loadsPackage(): boolean {
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
  return sharedObjects.some((name) => name.includes("photostructure"));
}

async function send(sender: number, store: Awaited<ReturnType<typeof openStore>>) {
  for (let i = 0; ; i++) {
    const id = `${prefix}-${sender}-${i}`;
    const body = payloadWith("instant.confirmed", { id });
    await store.take({ source: "timekit", receivedAt: Date.now(), via: "webhook", headers: {}, body });
    process.stdout.write(`${id}\n`);
  }
}

const store = await openStore(worker, file, (error) => {
  throw error;
});
process.stdout.write(`${JSON.stringify(look())}\n`);
await Promise.all(senders.map((sender) => send(sender, store)));
