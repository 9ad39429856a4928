import { describe, expect, test } from "vitest";
import type { AgendaItem } from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import { initialsOf } from "../../../common/initials.ts";
import { hueOf } from "../../../common/project-hue.ts";
import { whereOf } from "../../../common/where.ts";
import { offText, secondLine } from "../../../renderer/text/booking-text.ts";
import { aBooking, anItem, at, inLondon } from "../../support/bookings.ts";

const now = at("2026-11-23T12:00Z");
const row = (booking: Partial<Booking>, item: Partial<AgendaItem> = {}) => anItem(aBooking(booking), item);

describe("where", () => {
  test.each<[string, Partial<Booking>, string]>([
    ["a room", { place: "Room 4" }, "Room 4"],
    ["a meeting of a service, by its name", { place: "https://meet.google.com/abc-defg-hij" }, "Google Meet"],
    [
      "the same, whatever is written around it",
      { place: "Join: https://zoom.us/j/8840221907 (1234)" },
      "Zoom",
    ],
    ["another page, by its host", { place: "https://video.example.com/room" }, "video.example.com"],
    [
      "a page that is not joined, by its host",
      { place: "http://video.example.com/room" },
      "video.example.com",
    ],
    [
      "a service that only the description names",
      { place: "", description: "https://zoom.us/j/8840221907" },
      "Zoom",
    ],
    [
      "a room, though there is a meeting, too",
      { place: "Room 4", description: "https://zoom.us/j/88" },
      "Room 4",
    ],
    ["nowhere", { place: "" }, ""],
  ])("%s", (_what, booking, where) =>
    expect(whereOf(row(booking).booking.place, row(booking).join)).toBe(where),
  );

  test("nowhere, where others see the screen", () => expect(whereOf("", "")).toBe(""));
});

describe("the second line", () => {
  const line = (booking: Partial<Booking>, item: Partial<AgendaItem> = {}) =>
    secondLine(row(booking, item), "2026-11-23", now, inLondon)
      .map(({ text }) => text)
      .join(" · ");
  const from = (start: string) =>
    ({ way: "from", id: "old", start: at(start), allDay: false, by: null }) as const;

  test("says what it is about and where, seats and days", () => {
    expect(line({})).toBe("Time travel · Hill Valley");
    expect(line({ customer: null, place: "Room 4", seats: { taken: 3, max: 20 } })).toBe(
      "Room 4 · 3 of 20 seats",
    );
    expect(line({ subject: "", place: "", allDay: { first: "2026-11-20", last: "2026-11-23" } })).toBe(
      "day 4 of 4",
    );
  });

  test("names no place where it does not take place", () => {
    expect(line({ place: "https://meet.google.com/abc-defg-hij" }, { off: true })).toBe("Time travel");
  });

  test("says when it was to be before, with its day if that was another", () => {
    expect(line({ place: "" }, { move: from("2026-11-23T14:00Z") })).toBe("Time travel · moved from 14:00");
    expect(line({ place: "" }, { move: from("2026-11-24T14:00Z") })).toBe(
      "Time travel · moved from Tue 24 Nov, 14:00",
    );
  });
});

describe("what is off", () => {
  const off = (booking: Partial<Booking>, move: AgendaItem["move"] = null) =>
    offText(row(booking, { off: true, move }), "2026-11-23", now, inLondon);
  const to = { way: "to", id: "new", start: at("2026-11-23T20:30Z"), allDay: false, by: null } as const;

  test("says why, or where to it has moved and by whom", () => {
    expect(off({ status: "cancelled", by: "customer" })).toBe("cancelled by customer");
    expect(off({ status: "moved", by: "customer" })).toBe("moved by customer");
    expect(off({ status: "moved", by: "customer" }, { ...to, by: "customer" })).toBe(
      "moved to 20:30 by customer",
    );
    expect(off({ status: "cancelled", by: null }, to)).toBe("moved to 20:30");
  });
});

describe("a circle", () => {
  test.each([
    ["Marty McFly", "MM"],
    ["emmett lathrop brown", "EL"],
    ["דוד בן-גוריון", "דב"],
    ["نور الهدى", "نا"],
    ["山田太郎", "山"],
    ["🎸 Élodie", "É"],
    ["ßtrange", "ß"],
    ["marty@example.com", "ME"],
    ["\u202e\u200b(Marty)", "M"],
    ["— 🎸 …", ""],
    ["", ""],
  ])("of %j has the letters %j", (name, letters) => expect(initialsOf(name)).toBe(letters));

  test("has the hue of its project, always the same, and is teal without one", () => {
    const ids = Array.from(
      { length: 200 },
      (_, i) => `b00c0000-1111-4111-8111-${String(i).padStart(12, "0")}`,
    );
    expect(ids.map((id) => hueOf(id))).toEqual(ids.map((id) => hueOf(id)));
    const hues = [...new Set(ids.map((id) => hueOf(id)))];
    expect(hues).toHaveLength(6);
    for (const hue of hues) expect(ids.filter((id) => hueOf(id) === hue).length).toBeGreaterThan(15);
    expect([null, undefined, ""].map((id) => hueOf(id))).toEqual(["teal", "teal", "teal"]);
  });
});
