import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { type Tallies, type Tally, type TallyName, tallyNames } from "../../../common/delivery.ts";
import type { TurnedAway } from "../../bookings/delivery.ts";
import { transaction } from "../engine/transaction.ts";

/** Bounds the lines kept of refusals: whoever has the address could fill the disk with them. */
const mostRefused = 200;

interface Row {
  name: TallyName;
  count: number;
  reason: string;
  first_at: number;
  last_at: number;
}

/** Counts what came, by kind. */
export function createTallies(database: Database) {
  const put = database.prepare(
    `INSERT INTO tally VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT(name) DO UPDATE SET
       count = count + excluded.count, reason = excluded.reason, last_at = max(last_at, excluded.last_at)`,
  );
  const drop = database.prepare("DELETE FROM tally WHERE name = ?");
  const all = database.prepare("SELECT * FROM tally");
  const list = database.prepare(
    `INSERT INTO delivery(received_at, via, verdict, reason, headers, bytes, sha256, body)
     VALUES (?, 'webhook', 'refused', ?, '{}', ?, x'', x'')`,
  );
  const bound = database.prepare(
    `DELETE FROM delivery WHERE verdict = 'refused' AND seq <=
       (SELECT seq FROM delivery WHERE verdict = 'refused' ORDER BY seq DESC LIMIT 1 OFFSET ${mostRefused})`,
  );

  /** As part of the transaction that is open. */
  const count = (name: TallyName, times: number, at: number, reason = ""): void =>
    void put.run(name, times, reason, at);
  const clear = (name: TallyName): void => void drop.run(name);

  return {
    count,
    /** The user has looked, or what caused them is mended. */
    clear,
    /** Counts what was turned away, and lists what came to the right address in the delivery log. */
    turnAway(turnedAway: readonly TurnedAway[]): void {
      transaction(database, () => {
        for (const { tally, count: times, at, reason, bytes } of turnedAway) {
          count(tally, times, at, reason);
          if (tally === "unsigned" || tally === "malformed") list.run(at, reason, bytes);
        }
        bound.run();
      });
    },
    get(): Tallies {
      const rows = all.all() as unknown as Row[];
      const of = (name: TallyName): Tally | null => {
        const row = rows.find((one) => one.name === name);
        return row ? { count: row.count, reason: row.reason, first: row.first_at, last: row.last_at } : null;
      };
      return Object.fromEntries(tallyNames.map((name) => [name, of(name)])) as Tallies;
    },
  };
}

/** For use within another's transaction. */
export type Counting = Pick<ReturnType<typeof createTallies>, "count" | "clear">;
