import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Change } from "../../../common/change.ts";
import { isPosted } from "../../../common/delivery.ts";
import type { UnreadableReason } from "../../../common/reasons.ts";
import { changeOf } from "../../bookings/change.ts";
import type { Delivery, Taken } from "../../bookings/delivery.ts";
import { bookingOf, type Known, replacementOf, toldAt } from "../../bookings/facts.ts";
import { merge } from "../../bookings/merge.ts";
import type { Reader } from "../../sources/source.ts";
import { primaryCodeOf } from "../engine/driver.ts";
import { transaction } from "../engine/transaction.ts";
import { alertColumns, alertsOf } from "./alerts.ts";
import { createBookingRows } from "./bookings.ts";
import { keptReason, setAsideReasons } from "./kept-reason.ts";
import { createLinks } from "./links.ts";
import { createOwing } from "./owing.ts";
import { createPairing } from "./pairing.ts";
import type { Counting } from "./tallies.ts";
import type { Tombstones } from "./tombstones.ts";

/** Bounds what cannot be read, lest strangers with the address fill the disk: the oldest go first. */
const mostUnreadable = { count: 200, bytes: 8 * 1024 * 1024 };
/** Two weeks of a busy team, whose secret was entered wrongly: only who has the relay's address can send it. */
const mostSetAside = { count: 10_000, bytes: 64 * 1024 * 1024 };

/** So many rows may refer to the same bytes: whoever repeats a signed delivery could fill the disk with them. */
const mostAgain = 20;

/** What became of one so far, with the number of the change that it owes an alert for. */
type Kept = (Omit<TakenIn, "owed"> & { readonly alert: number | bigint | null }) | Exclude<Taken, TakenIn>;
type TakenIn = Extract<Taken, { bookingId: string }>;

/** Takes deliveries in: each with what it changes, and the alert and messages that owes, all in one transaction. */
export function createIntake(database: Database, reader: Reader, tallies: Counting, tombstones: Tombstones) {
  const sql = statements(database);
  const { find } = createBookingRows(database);
  const links = createLinks(database);
  const pairing = createPairing(database);
  const owing = createOwing(database);

  /** What this one delivery alone makes fail is undone and set aside: those that share its commit have no part in it. */
  function take(delivery: Delivery): Kept {
    database.exec("SAVEPOINT delivery");
    try {
      return keepAll(delivery);
    } catch (error) {
      if (!isItsOwn(error)) throw error;
      database.exec("ROLLBACK TO delivery");
      const reason = { code: "not-kept", error: (error as Error).name } as const;
      return quarantine(delivery, hashOf(delivery.body), reason);
    } finally {
      if (database.isTransaction) database.exec("RELEASE delivery");
    }
  }

  function keepAll(delivery: Delivery): Kept {
    const hash = hashOf(delivery.body);
    if (delivery.setAside) return quarantine(delivery, hash, delivery.setAside);
    const reading = reader.read(delivery);
    if (delivery.via !== "catch-up") sql.removeSetAside.run(hash);
    if (!reading) return { verdict: "silent" };
    if (!reading.ok) return quarantine(delivery, hash, reading.reason);
    const { report } = reading;
    if (tombstones.isGone(report.id, report.revision)) return { verdict: "gone" };
    const before = find(report.id);
    // What could not be read when it was forgotten may be read now.
    if (!before && tombstones.isBodyGone(hash)) return { verdict: "gone" };
    const { known, verdict } = merge(before, report, delivery.asOf);
    // Asking for what was missed brings mostly what is known: that is no delivery.
    if (delivery.via === "catch-up" && known === before)
      return { verdict, bookingId: report.id, change: null, alert: null };
    if (known === before && isCounted(delivery, hash, report.id))
      return { verdict, bookingId: report.id, change: null, alert: null };
    const dated = toldAt(report.revision);
    const lateBy = dated > 0 ? delivery.receivedAt - dated : null;
    const seq = log(
      delivery,
      hash,
      verdict,
      report.id,
      reading.advice ? keptReason(reading.advice) : "",
      lateBy,
    );
    if (known === before) return { verdict, bookingId: report.id, change: null, alert: null };
    const kept = links.keep(known, before);
    const linked = pairing.ofLink(kept, delivery.receivedAt);
    const { changedAt } = report;
    for (const one of linked?.apart ?? []) enqueue(delivery, seq, { ...one, changedAt });
    // What a stale one fills in is kept and shown, but is no news: it was so before what is known already.
    const isNews = verdict !== "stale";
    const news = linked?.move ?? (isNews ? newsOf(before, kept.known, delivery.receivedAt) : null);
    const alert = news && enqueue(delivery, seq, { id: report.id, change: news, changedAt });
    return { verdict, bookingId: report.id, change: news, alert };
  }

  /** Whether those bytes came so often that this time is only counted, on the row of the last time. */
  const isCounted = ({ via }: Delivery, hash: Uint8Array, id: string) =>
    isPosted(via) && Number(sql.again.run(hash, id, mostAgain).changes) > 0;

  function newsOf(before: Known | null, known: Known, at: number): Change | null {
    // Its new booking is what there is to be told of.
    if (before && replacementOf(before) !== null && replacementOf(known) !== null) return null;
    const change = changeOf(before && bookingOf(before), bookingOf(known));
    return change && (pairing.asMove(change, known, at) ?? change);
  }

  function quarantine(delivery: Delivery, hash: Uint8Array, reason: UnreadableReason): Kept {
    if (tombstones.isBodyGone(hash)) return { verdict: "gone" };
    // Asking brings the same again every time, and so may a relay.
    const again = delivery.via === "catch-up" || delivery.setAside !== undefined;
    const known = again && sql.unreadable.get(hash);
    if (!known) log(delivery, hash, "unreadable", null, keptReason(reason), null);
    sql.boundUnreadable.run(0, mostUnreadable.count, mostUnreadable.bytes);
    sql.boundUnreadable.run(1, mostSetAside.count, mostSetAside.bytes);
    return { verdict: "unreadable", reason };
  }

  function log(
    delivery: Delivery,
    hash: Uint8Array,
    verdict: string,
    id: string | null,
    reason: string,
    lateBy: number | null,
  ) {
    const { source, receivedAt, via, headers, body } = delivery;
    const held = (id !== null && (sql.held.get(hash, id) as { seq: number } | undefined)?.seq) || null;
    const packed = held === null ? deflateRawSync(body, { level: 1 }) : new Uint8Array();
    const row = [
      source,
      receivedAt,
      via,
      verdict,
      id,
      reason,
      lateBy,
      JSON.stringify(headers),
      body.length,
      hash,
      packed,
      held,
    ];
    return sql.log.run(...row).lastInsertRowid;
  }

  function enqueue(
    delivery: Delivery,
    seq: number | bigint,
    { id: bookingId, change, changedAt }: { id: string; change: Change; changedAt: number | null },
  ) {
    const { receivedAt, quietly, test } = delivery;
    const { lastInsertRowid } = sql.change.run(
      receivedAt,
      seq,
      bookingId,
      change.kind,
      JSON.stringify(change),
    );
    if (quietly) return null;
    sql.enqueue.run(lastInsertRowid);
    const happened = () => ({ change, booking: bookingOf(find(bookingId) as Known), changedAt });
    if (!test) owing.owe(lastInsertRowid, happened, receivedAt);
    return lastInsertRowid;
  }

  /** Looked up when all that share a commit are kept: one of them may have been told of with another. */
  function takenOf(kept: Kept): Taken {
    if (!("alert" in kept)) return kept;
    const { alert, ...taken } = kept;
    return { ...taken, owed: alertsOf(alert === null ? [] : sql.owed.all(alert))[0] ?? null };
  }

  /** What Timekit posted tells how receiving goes; what Bookbell fetched, or sent itself, does not. */
  function count({ via, test, receivedAt, headers, setAside }: Delivery, verdict: Taken["verdict"]) {
    if (!isPosted(via) || test) return;
    if (setAside?.code === "unsigned") return tallies.count("unsigned", 1, receivedAt);
    if (verdict === "unreadable") return tallies.count("unreadable", 1, receivedAt);
    tallies.count("received", 1, receivedAt);
    // Whoever signs with the right secret again is refused no more.
    if (headers.signature === "right") tallies.clear("unsigned");
  }

  return {
    /** Keeps deliveries, what they change and the alerts they owe: all durable when it returns, or none. */
    take(deliveries: readonly Delivery[]): Taken[] {
      return transaction(database, () => {
        const all = deliveries.map((delivery) => {
          const kept = take(delivery);
          count(delivery, kept.verdict);
          return kept;
        });
        return all.map(takenOf);
      });
    },
  };
}

/**
 * Not the disk's, and not that of who else uses the file: what our own code stumbles over has no code of SQLite's, and
 * TOOBIG, CONSTRAINT, MISMATCH and RANGE are said of a value.
 */
const isItsOwn = (error: unknown) => [0, 18, 19, 20, 25].includes(primaryCodeOf(error));

const hashOf = (body: Uint8Array) => createHash("sha256").update(body).digest();

function statements(database: Database) {
  return {
    log: database.prepare(
      `INSERT INTO delivery(source, received_at, via, verdict, booking_id, reason, late_by, headers, bytes, sha256, body, first)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    held: database.prepare(
      "SELECT seq FROM delivery WHERE sha256 = ? AND booking_id = ? AND first IS NULL AND length(body) > 0",
    ),
    again: database.prepare(
      `UPDATE delivery SET again = again + 1 WHERE seq = (
         SELECT max(seq) FROM delivery WHERE first = (
           SELECT seq FROM delivery WHERE sha256 = ? AND booking_id = ? AND first IS NULL AND length(body) > 0)
         HAVING count(*) >= ?)`,
    ),
    // Its bytes are read now: what was kept of them unread is of no more use.
    removeSetAside: database.prepare(
      `DELETE FROM delivery WHERE verdict = 'unreadable' AND sha256 = ? AND reason IN (${setAsideReasons})`,
    ),
    unreadable: database.prepare("SELECT 1 FROM delivery WHERE verdict = 'unreadable' AND sha256 = ?"),
    boundUnreadable: database.prepare(
      `DELETE FROM delivery WHERE seq IN (
         SELECT seq FROM (SELECT seq, row_number() OVER newest AS place, sum(bytes) OVER newest AS total
           FROM delivery WHERE verdict = 'unreadable' AND (reason IN (${setAsideReasons})) = ?1
           WINDOW newest AS (ORDER BY seq DESC))
         WHERE place > ?2 OR total > ?3)`,
    ),
    change: database.prepare(
      "INSERT INTO change(at, delivery, booking_id, kind, detail) VALUES (?, ?, ?, ?, ?)",
    ),
    enqueue: database.prepare("INSERT INTO alert(change) VALUES (?)"),
    owed: database.prepare(
      `SELECT ${alertColumns} FROM change JOIN alert ON alert.change = change.seq
         JOIN booking ON booking.id = change.booking_id WHERE change.seq = ? AND alert.outcome IS NULL`,
    ),
  };
}
