import { expect, test } from "vitest";
import { wordingOf } from "../../main/alerts/describe.ts";
import { agendaOf } from "../../main/bookings/agenda.ts";
import { asText } from "../../main/bookings/as-text.ts";
import { bookingOf } from "../../main/bookings/facts.ts";
import { csvOf, icsOf } from "../../main/exports/bookings-file.ts";
import { english, inEnglish } from "../support/english.ts";
import { stride } from "../support/repeated.ts";
import { aStore, received } from "../support/store.ts";
import { payload, payloadNames } from "../support/timekit-payloads.ts";
import { oddValues, placesIn } from "./bodies.ts";

const format = { locale: "en-GB", zone: "Europe/Copenhagen", hourCycle: "h23" } as const;
const rest = { afterToday: null, everReceived: true };
const now = Date.parse("2026-12-08T12:00:00Z");
/** Each value at every place in the long run; here a tenth of them, another at each place. */
const every = process.env.BOOKBELL_REQUESTS === undefined ? 10 * stride : 1;

test.each(payloadNames())("every odd value at every place of %s harms nothing that reads it", (name) => {
  const { store } = aStore();
  const bodies = placesIn(payload(name)).flatMap((with_, place) =>
    oddValues.filter((_, i) => (i + place) % every === 0).map((value) => with_(value)),
  );
  expect(bodies.length).toBeGreaterThan(0);
  store.take(bodies.map((body) => received(body, now)));
  const known = store.schedule.between(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const bookings = known.map(bookingOf);
  agendaOf(known, rest, now, format.zone);
  for (const booking of bookings) asText(booking, format);
  for (const { change, booking } of store.alerts.owed())
    expect(wordingOf(change, booking, now, inEnglish(format)).title).not.toBe("");
  expect(icsOf(bookings, english)).toMatch(/^BEGIN:VCALENDAR/);
  expect(csvOf(bookings, english)).not.toBe("");
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  store.close();
});
