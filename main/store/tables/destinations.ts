import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Happened, Rule } from "../../../common/destinations.ts";
import { alertKindOf } from "../../../common/policy.ts";
import { bookingOf } from "../../bookings/facts.ts";
import type { KeptDestination, Past } from "../../destinations/catalogue.ts";
import { messageOf } from "../../destinations/message.ts";
import { unwantedBy } from "../../destinations/rules.ts";
import { latestNamed } from "./bookings.ts";

const mostLookedAt = 2_000;
const mostShown = 3;

/** Where changes are sent besides the desktop, and the rules that say which. */
export function createDestinationRows(database: Database) {
  const sql = statements(database);
  const rules = (): Rule[] => (sql.rules.all() as { rule: string }[]).map(({ rule }) => JSON.parse(rule));

  return {
    /** By label. */
    list: (): KeptDestination[] =>
      (sql.list.all() as unknown as Row[]).map(({ open, standing, ...row }) => ({
        ...row,
        isOpen: open === 1,
        standing: JSON.parse(standing),
      })),
    /** Makes it, or changes what its user says of it. */
    put({ id, kind, label, host, lastFour, isOpen, standing }: KeptDestination): void {
      sql.put.run(id, kind, label, host, lastFour, Number(isOpen), JSON.stringify(standing));
    },
    /** With its rules, and all that is owed to it. */
    remove: (id: string): void => void sql.remove.run(id),
    rules,
    putRule: (rule: Rule): void => void sql.putRule.run(rule.id, rule.destination, JSON.stringify(rule)),
    removeRule: (id: string): void => void sql.removeRule.run(id),
    /** What a rule would have sent of what was kept since then, had it been there. */
    past(rule: Rule, since: number): Past {
      const always = { ...rule, on: true, since: 0 };
      const rows = sql.past.all(since, mostLookedAt + 1) as unknown as PastRow[];
      const all = rows.slice(0, mostLookedAt).map(({ at, ...row }) => ({ at, happened: happenedOf(row) }));
      const wanted = all.filter(({ at, happened }) => unwantedBy(always, happened, at) === null);
      const latest = wanted.slice(0, mostShown).flatMap(({ at, happened }) => {
        const kind = alertKindOf(happened.change, happened.booking);
        const wish = kind && { kind, detail: rule.detail };
        return wish ? [{ at, message: messageOf(happened, wish, "msg_example", at) }] : [];
      });
      return { count: wanted.length, more: rows.length > mostLookedAt, latest };
    },
    /** Those of the latest bookings, by name. */
    hosts: latestNamed(database, "host"),
  };
}

interface Row extends Omit<KeptDestination, "isOpen" | "standing"> {
  readonly open: number;
  readonly standing: string;
}

interface PastRow {
  readonly at: number;
  readonly detail: string;
  readonly known: string;
  readonly changedAt: number | null;
}

const happenedOf = ({ detail, known, changedAt }: Omit<PastRow, "at">): Happened => ({
  change: JSON.parse(detail),
  booking: bookingOf(JSON.parse(known)),
  changedAt,
});

function statements(database: Database) {
  const count = (states: string) =>
    `(SELECT count(*) FROM outgoing WHERE destination = destination.id AND ${states})`;
  return {
    list: database.prepare(
      `SELECT id, kind, label, host, last_four AS lastFour, open, standing,
         ${count("state IN ('owed', 'sending')")} AS waiting, ${count("state = 'given-up'")} AS givenUp
         FROM destination ORDER BY label COLLATE NOCASE, id`,
    ),
    put: database.prepare(
      `INSERT INTO destination(id, kind, label, host, last_four, open, standing) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, label = excluded.label, host = excluded.host,
           last_four = excluded.last_four, open = excluded.open, standing = excluded.standing`,
    ),
    remove: database.prepare("DELETE FROM destination WHERE id = ?"),
    rules: database.prepare("SELECT rule FROM rule ORDER BY rowid"),
    putRule: database.prepare(
      `INSERT INTO rule(id, destination, rule) VALUES (?, ?, ?)
         ON CONFLICT(id) DO UPDATE SET destination = excluded.destination, rule = excluded.rule`,
    ),
    removeRule: database.prepare("DELETE FROM rule WHERE id = ?"),
    // What was kept quietly is owed to nobody.
    past: database.prepare(
      `SELECT change.at, change.detail, booking.known, delivery.received_at - delivery.late_by AS changedAt
         FROM change JOIN alert ON alert.change = change.seq JOIN booking ON booking.id = change.booking_id
         LEFT JOIN delivery ON delivery.seq = change.delivery
         WHERE change.at >= ? ORDER BY change.seq DESC LIMIT ?`,
    ),
  };
}
