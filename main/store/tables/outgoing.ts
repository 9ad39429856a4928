import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { OutgoingLine, Standing } from "../../../common/destination-view.ts";
import type { Settled, Waiting } from "../../destinations/queue.ts";
import { transaction } from "../engine/transaction.ts";

/** As many of each as the window lists. */
const mostListed = 100;

interface Row {
  readonly seq: number;
  readonly owedAt: number;
  readonly endsAt: number | null;
  readonly message: string;
  readonly state: "owed" | "sending" | "given-up";
  readonly tries: number;
  readonly refusals: number;
  readonly doubtful: number;
  readonly why: string | null;
}

/** What is owed to destinations, and what came of it: see Queue. */
export function createOutgoing(database: Database) {
  const sql = statements(database);

  /** Of `what`, for each of them. */
  function each(what: "begin" | "sent" | "later" | "giveUp", seqs: readonly number[], ...args: SqlValue[]) {
    for (const seq of seqs) sql[what].run(...args, seq);
  }

  function keep(seqs: readonly number[], settled: Settled) {
    if (settled.state === "sent") return each("sent", seqs);
    const why = settled.why && JSON.stringify(settled.why);
    if (settled.state === "given-up") return each("giveUp", seqs, why);
    const { doubtful, refused, tried } = settled;
    return each("later", seqs, why, Number(doubtful), Number(refused), Number(!tried));
  }

  return {
    due: (): string[] => (sql.due.all() as { destination: string }[]).map(({ destination }) => destination),
    waiting: (destination: string, most: number): Waiting[] =>
      (sql.waiting.all(destination, most) as unknown as Row[]).map(waitingOf),
    begin: (seqs: readonly number[]): void => transaction(database, () => each("begin", seqs)),
    settle: (
      destination: string,
      seqs: readonly number[],
      settled: Settled,
      standing: Standing | null,
    ): void =>
      transaction(database, () => {
        keep(seqs, settled);
        if (standing) sql.standing.run(JSON.stringify(standing), destination);
      }),
    recover: (): void => void sql.recover.run(),
    /** What waits for one and what was given up, oldest first. */
    lines: (destination: string): OutgoingLine[] =>
      [
        ...(sql.waiting.all(destination, mostListed) as unknown as Row[]),
        ...(sql.givenUp.all(destination, mostListed) as unknown as Row[]),
      ].map(lineOf),
    /** One that was given up waits anew. */
    again: (seq: number, at: number): void => void sql.again.run(at, seq),
    /** One that was not sent yet is gone, also while it is under way. */
    drop: (seq: number): void => void sql.drop.run(seq),
  };
}

type SqlValue = string | number | null;

const waitingOf = ({ seq, owedAt, endsAt, message, state, tries, refusals, doubtful }: Row): Waiting => ({
  seq,
  owedAt,
  endsAt,
  message: JSON.parse(message),
  tries,
  refusals,
  // Where it could not be kept what came of it.
  doubtful: doubtful === 1 || state === "sending",
});

const lineOf = ({ seq, owedAt, message, state, tries, doubtful, why }: Row): OutgoingLine => ({
  seq,
  message: JSON.parse(message),
  owedAt,
  state: state === "given-up" ? state : "waiting",
  tries,
  doubtful: doubtful === 1,
  why: why === null ? null : JSON.parse(why),
});

function statements(database: Database) {
  const columns = `seq, owed_at AS owedAt, ends_at AS endsAt, message, state, tries, refusals, doubtful,
    why`;
  return {
    due: database.prepare(
      `SELECT id AS destination FROM destination WHERE standing ->> '$.state' <> 'stopped'
         AND EXISTS (SELECT 1 FROM outgoing WHERE destination = destination.id AND state IN ('owed', 'sending'))`,
    ),
    waiting: database.prepare(
      `SELECT ${columns} FROM outgoing WHERE destination = ? AND state IN ('owed', 'sending')
         ORDER BY seq LIMIT ?`,
    ),
    givenUp: database.prepare(
      `SELECT ${columns} FROM outgoing WHERE destination = ? AND state = 'given-up'
         ORDER BY seq LIMIT ?`,
    ),
    begin: database.prepare(
      `UPDATE outgoing SET state = 'sending', tries = tries + 1, doubtful = max(doubtful, state = 'sending')
         WHERE seq = ? AND state IN ('owed', 'sending')`,
    ),
    // A customer can be forgotten, a message dropped, meanwhile.
    sent: database.prepare(
      "UPDATE outgoing SET state = 'sent', message = NULL, why = NULL, doubtful = 0 WHERE seq = ?",
    ),
    later: database.prepare(
      `UPDATE outgoing SET state = 'owed', why = coalesce(?1, why), doubtful = max(doubtful, ?2), refusals = refusals + ?3,
         tries = tries - ?4 WHERE seq = ?5`,
    ),
    giveUp: database.prepare("UPDATE outgoing SET state = 'given-up', why = ? WHERE seq = ?"),
    standing: database.prepare("UPDATE destination SET standing = ? WHERE id = ?"),
    recover: database.prepare("UPDATE outgoing SET state = 'owed', doubtful = 1 WHERE state = 'sending'"),
    again: database.prepare(
      `UPDATE outgoing SET state = 'owed', owed_at = ?, tries = 0, refusals = 0
         WHERE seq = ? AND state = 'given-up'`,
    ),
    drop: database.prepare("DELETE FROM outgoing WHERE seq = ? AND state <> 'sent'"),
  };
}
