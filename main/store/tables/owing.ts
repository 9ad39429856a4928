import { randomUUID } from "node:crypto";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Happened, Rule } from "../../../common/destinations.ts";
import { messageOf } from "../../destinations/message.ts";
import { endOf, wantedBy } from "../../destinations/rules.ts";

/** Owes changes to the destinations whose rules want them. All as part of the transaction that is open. */
export function createOwing(database: Database) {
  const rules = database.prepare("SELECT rule FROM rule");
  const put = database.prepare(
    "INSERT INTO outgoing(change, destination, owed_at, ends_at, message) VALUES (?, ?, ?, ?, ?)",
  );

  return {
    /** The change of that number, at once with its message, as what is known of the booking may be another thing later. */
    owe(change: number | bigint, happened: () => Happened, at: number): void {
      const all = (rules.all() as { rule: string }[]).map(({ rule }): Rule => JSON.parse(rule));
      if (all.length === 0) return;
      const told = happened();
      for (const wanted of wantedBy(told, all, at)) {
        const message = messageOf(told, wanted, `msg_${randomUUID()}`, at);
        put.run(change, wanted.destination, at, endOf(told), JSON.stringify(message));
      }
    },
  };
}
