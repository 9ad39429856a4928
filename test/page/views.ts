import type { Booking, Person } from "../../common/booking.ts";
import type { AgendaItem, View } from "../../common/view.ts";

/** Every test's present: Monday 23 November 2026, 14:35 in Copenhagen. */
export const now = Date.UTC(2026, 10, 23, 13, 35);

/** "15:00" of that day, or of the day so many days later. */
export function at(clock: string, daysLater = 0): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return Date.UTC(2026, 10, 23 + daysLater, hours - 1, minutes);
}

export function person(name: string, timeZone = "Europe/Copenhagen"): Person {
  return { name, email: "marty@example.com", phone: "", timeZone };
}

export function booking(id: string, start: string, end: string, more: Partial<Booking> = {}): Booking {
  return {
    id,
    graph: "instant",
    state: "confirmed",
    status: "confirmed",
    by: null,
    start: at(start),
    end: at(end),
    allDay: false,
    subject: "",
    place: "",
    description: "",
    comment: "",
    customer: null,
    others: [],
    host: null,
    project: null,
    seats: null,
    ownerId: null,
    ...more,
  };
}

export function item(of: Booking, more: Partial<AgendaItem> = {}): AgendaItem {
  return { booking: of, phase: "later", off: false, ...more };
}

export function view(items: readonly AgendaItem[], more: Partial<View> = {}): View {
  return {
    now,
    format: { locale: "en-GB", zone: "Europe/Copenhagen", hourCycle: null },
    agenda: { items, afterToday: null, everReceived: items.length > 0 },
    receiver: { state: "listening", port: 26655, wanted: 26655 },
    signing: { state: "off" },
    notifications: null,
    store: null,
    recovered: null,
    settingsDamaged: null,
    paused: false,
    settings: {
      port: 26655,
      successCode: 201,
      hours: "system",
      keepDeliveriesDays: 30,
      keepBookingsDays: 365,
    },
    version: "0.1.0",
    ...more,
  };
}

const marty = person("Marty McFly", "America/Los_Angeles");

/** A day with one of each: on now, next, asked for, a class, cancelled. */
export const typicalDay: readonly AgendaItem[] = [
  item(
    booking("on", "14:00", "14:50", {
      customer: person("Clara Clayton"),
      subject: "Astronomy lesson",
      place: "Hill Valley School",
    }),
    { phase: "now" },
  ),
  item(
    booking("next", "15:00", "16:00", {
      customer: marty,
      subject: "Flux capacitor review",
      place: "1640 Riverside Drive",
    }),
    { phase: "next" },
  ),
  item(
    booking("asked", "16:15", "16:45", {
      status: "asked",
      customer: person("Jennifer Parker"),
      subject: "First consultation",
    }),
  ),
  item(
    booking("class", "17:00", "18:00", {
      graph: "group_owner",
      subject: "Guitar for beginners",
      place: "Room 4",
      seats: { taken: 3, max: 20 },
    }),
  ),
  item(
    booking("off", "18:30", "19:00", {
      status: "cancelled",
      by: "customer",
      customer: person("Biff Tannen"),
      subject: "Car polish",
    }),
    { off: true },
  ),
];

const long = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewaren";

export const hostileDay: readonly AgendaItem[] = [
  item(
    booking("long", "15:00", "16:00", {
      customer: person(`${long} von und zu Hohenzollern-Sigmaringen`),
      subject: `${"A subject that never ends, ".repeat(8)}really`,
      place: "The very long corridor on the left behind the second door of the third floor, Building 12b",
    }),
    { phase: "next" },
  ),
  item(
    booking("markup", "16:00", "17:00", {
      customer: person('<img src=x onerror="window.pwned=1"><b>Bold</b>'),
      subject: "<script>window.pwned=1</script> & &amp; </p>",
    }),
  ),
  item(
    booking("rtl", "17:00", "18:00", {
      customer: person("\u202eevil\u202d نور الهدى"),
      subject: "اجتماع (3) ‏!",
      place: "\u2067قاعة",
    }),
  ),
  item(
    booking("emoji", "18:00", "19:00", {
      status: "asked",
      customer: person("👩‍👩‍👧‍👦 🏳️‍🌈 Z̸̡̛̤̜a̷̢̱̎l̵̰͋g̷̈́o̴͑"),
      subject: "line one\nline two\tand a tab",
    }),
  ),
  item(
    booking("unknown", "19:00", "20:00", {
      status: "unknown",
      state: "some_state_of_the_year_2031_that_nobody_has_heard_of",
      customer: person("   "),
    }),
  ),
  item(booking("held", "20:00", "21:00", { status: "held", customer: person("山田太郎") })),
];
