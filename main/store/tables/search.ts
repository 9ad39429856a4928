import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import type { Booking } from "../../../common/booking.ts";
import { type Found, mostFound, type Wanted } from "../../../common/found.ts";
import { isOff, type StatusQuestion, statusesThat } from "../../../common/status.ts";
import { listed } from "../../bookings/agenda.ts";
import { bookingOf } from "../../bookings/facts.ts";
import { searchText, searchWords } from "../../bookings/search-text.ts";
import { knownIn } from "./bookings.ts";

/** How many of the latest are looked at, however common a word is: what keeps every answer quick. */
const looked = 2_000;
/** How many of those are read whole for a word that is too short for the index. */
const read = 500;

const asked: Record<Wanted["state"], StatusQuestion> = {
  all: () => true,
  confirmed: ({ status }) => status === "confirmed" || status === "done",
  requests: ({ status }) => status === "asked",
  cancelled: isOff,
};

/** Looks for bookings by any part of their words. */
export function createSearch(database: Database) {
  const order = "ORDER BY end_at >= ?2 DESC, CASE WHEN end_at >= ?2 THEN start_at ELSE -start_at END";
  const filter = `status IN (SELECT value FROM json_each(?3))
      AND (?4 = 'all' OR (?4 = 'upcoming') = (coalesce(end_at, ?2) >= ?2))`;
  const matching = database.prepare(
    `SELECT pk FROM booking WHERE pk IN (
       SELECT rowid FROM booking_text WHERE booking_text MATCH ?1 ORDER BY rowid DESC LIMIT ${looked})
       AND ${filter} ${order} LIMIT ?5`,
  );
  const latest = database.prepare(
    `SELECT pk FROM booking WHERE pk IN (SELECT pk FROM booking ORDER BY pk DESC LIMIT ?1)
       AND ${filter} ${order} LIMIT ?5`,
  );
  const one = database.prepare("SELECT known FROM booking WHERE pk = ?");

  return {
    search({ text, state, time, most = mostFound }: Wanted, now: number): Found {
      const { long, short } = searchWords(text);
      if (long.length + short.length === 0) return { bookings: [], more: false };
      const chosen = [now, JSON.stringify(statusesThat(asked[state])), time] as const;
      // Too short for a trigram: they are looked for in what the others found, else in the latest bookings.
      const found =
        long.length > 0
          ? matching.all(long.map(quoted).join(" "), ...chosen, short.length > 0 ? read : most + 1)
          : latest.all(read, ...chosen, read);
      const hits: Booking[] = [];
      // Sorted without them, and read no further than is shown: what is known of each is most of the work.
      for (const { pk } of found as { pk: number }[]) {
        const booking = bookingOf(knownIn(one.get(pk)));
        if (!hasAll(booking, short)) continue;
        if (hits.length === most) return { bookings: hits.map(listed), more: true };
        hits.push(booking);
      }
      return { bookings: hits.map(listed), more: false };
    },
  };
}

/** FTS5 takes a string in double quotes for itself, whatever it holds. */
const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;

/** Short words are looked for at the beginning of a word only: anywhere, one letter would be everywhere. */
function hasAll(booking: Booking, starts: readonly string[]): boolean {
  if (starts.length === 0) return true;
  const words = searchText(booking)
    .normalize("NFC")
    .toLowerCase()
    .split(/[\s@.,;:/-]+/u);
  return starts.every((start) => words.some((word) => word.startsWith(start)));
}
