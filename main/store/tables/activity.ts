import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { ActivityLine, ActivityPage, ActivityTab, WantedActivity } from "../../../common/activity.ts";
import type { Gap } from "../../../common/tunnel.ts";
import { listed } from "../../bookings/agenda.ts";
import { bookingOf } from "../../bookings/facts.ts";
import { upTo } from "./gap-spans.ts";
import { type AlertState, howTold } from "./how-told.ts";
import { reasonOf } from "./kept-reason.ts";

/** What comes again within that time for the same reason is one line. */
const togetherMs = 3_600_000;

/** All that happened: what changed and how that was told, what was turned away, and when nothing could arrive. */
export function createActivity(database: Database, gaps: () => readonly Gap[]) {
  // That a booking has ended is no news.
  const changes = (which: string) =>
    database.prepare(
      `SELECT change.seq, change.at, change.detail, booking.known, alert.change IS NULL AS quietly,
           alert.outcome, alert.settled_at, alert.seen_at, alert.tried_at, alert.repeated_at, alert.why
         FROM change JOIN booking ON booking.id = change.booking_id LEFT JOIN alert ON alert.change = change.seq
         WHERE change.kind <> 'done' AND ${which} ORDER BY change.at DESC, change.seq DESC LIMIT :limit`,
    );
  const ofBooking = changes("change.booking_id = :bookingId");
  // What was there before it was looked for is asked about, and else would bury the rest.
  const ofTab: Readonly<Record<ActivityTab, ReturnType<typeof changes>>> = {
    everything: changes("alert.change IS NOT NULL"),
    problems: changes("(alert.outcome = 'failed' OR (alert.outcome IS NULL AND alert.tried_at IS NOT NULL))"),
    silent: changes("alert.outcome IN ('ignored', 'quiet', 'past', 'paused', 'seen', 'failed')"),
  };
  const [refused, unreadable] = (["refused", "unreadable"] as const).map((verdict) =>
    database.prepare(
      `SELECT seq, received_at AS at, verdict AS kind, reason FROM delivery WHERE verdict = '${verdict}' ORDER BY seq`,
    ),
  );

  const changesOf = ({ tab, bookingId, count }: WantedActivity): ActivityLine[] => {
    const limit = count + 1;
    const rows = bookingId === null ? ofTab[tab].all({ limit }) : ofBooking.all({ bookingId, limit });
    return (rows as unknown as ChangeRow[]).map(changeLine);
  };
  const failures = () =>
    [refused, unreadable].flatMap((rows) => together((rows?.all() ?? []) as unknown as FailureRow[]));

  return {
    /** Of gaps what was before `now`, by the clock as it is. */
    list(wanted: WantedActivity, now: number): ActivityPage {
      const { tab, bookingId, count } = wanted;
      const beside =
        bookingId !== null || tab === "silent"
          ? []
          : [
              ...failures(),
              ...outages(
                gaps().flatMap((gap) => upTo(now, gap)),
                tab,
              ),
            ];
      const lines = [...changesOf(wanted), ...beside].sort((a, b) => b.at - a.at);
      return { lines: lines.slice(0, count), more: lines.length > count };
    },
  };
}

interface ChangeRow extends AlertState {
  readonly seq: number;
  readonly detail: string;
  readonly known: string;
}

const changeLine = ({ seq, detail, known, ...alert }: ChangeRow): ActivityLine => ({
  kind: "change",
  key: `change ${seq}`,
  at: alert.at,
  seen: alert.seen_at !== null || alert.quietly === 1,
  change: JSON.parse(detail),
  booking: listed(bookingOf(JSON.parse(known))),
  told: howTold(alert),
});

/** What was wholly made good is no problem any more. */
const outages = (gaps: readonly Gap[], tab: ActivityTab): ActivityLine[] =>
  gaps
    .filter(({ fetched, whole }) => tab === "everything" || fetched !== 0 || !whole)
    .map((gap) => ({ kind: "outage", key: `outage ${gap.from}`, at: gap.from, gap }));

interface FailureRow {
  readonly seq: number;
  readonly at: number;
  readonly kind: "refused" | "unreadable";
  readonly reason: string;
}

/** A line for each row of failures for one reason, none long after the one before; the oldest is first. */
function together(rows: readonly FailureRow[]): ActivityLine[] {
  const groups: {
    kind: FailureRow["kind"];
    reason: string;
    first: number;
    seq: number;
    at: number;
    count: number;
  }[] = [];
  for (const { seq, at, kind, reason } of rows) {
    const last = groups.findLast((group) => group.reason === reason);
    if (last && Math.abs(at - last.at) < togetherMs) Object.assign(last, { seq, at, count: last.count + 1 });
    else groups.push({ kind, reason, first: seq, seq, at, count: 1 });
  }
  return groups.map(({ kind, reason, first, ...group }) => ({
    ...group,
    kind,
    key: `${kind} ${first}`,
    reason: reasonOf(reason),
  }));
}
