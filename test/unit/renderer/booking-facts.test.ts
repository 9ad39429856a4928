import { describe, expect, test } from "vitest";
import { answersOf, descriptionOf, fieldName, placeOf } from "../../../renderer/booking/facts.ts";
import { aBooking, anItem } from "../../support/bookings.ts";

const marty = { name: "Marty McFly", email: "marty@example.net", phone: "+1 555 0142", timeZone: "" };

describe("a description", () => {
  test.each<[string, Parameters<typeof aBooking>[0], string]>([
    [
      "that only repeats the comment is none",
      { comment: "I am early.", description: "Comment: I am early." },
      "",
    ],
    ["that is the comment itself is none", { comment: "I am early.", description: "I am early." }, ""],
    [
      "that repeats comment and answers, as HTML, is none",
      {
        comment: "I am early.",
        answers: [{ field: "flux_capacitors", text: "yes" }],
        description: "<p>Comment: I am early.<br>Flux capacitors: yes</p>",
      },
      "",
    ],
    [
      "that repeats who it is, is none",
      { customer: marty, description: "Name: Marty McFly\nEmail: marty@example.net\nPhone: +1 555 0142" },
      "",
    ],
    [
      "keeps what nothing else says",
      { comment: "I am early.", description: "Comment: I am early.\nParking is behind the clock tower." },
      "Parking is behind the clock tower.",
    ],
    [
      "keeps an answer that is another one",
      { comment: "I am early.", description: "Comment: I am late." },
      "Comment: I am late.",
    ],
    ["keeps what has no name that is known", { description: "Room: 4" }, "Room: 4"],
    ["repeats a comment of several lines", { comment: "One\ntwo", description: "Comment: One\ntwo" }, ""],
  ])("%s", (_what, booking, rest) => expect(descriptionOf(aBooking(booking))).toBe(rest));
});

test("answers are told but where they are the place or the comment", () => {
  const answers = [
    { field: "company", text: "Hill Valley High" },
    { field: "where", text: "Room 4" },
    { field: "comment", text: "I am  early." },
    { field: "nothing", text: "\u200b" },
  ];
  const told = answersOf(aBooking({ answers, place: "Room 4", comment: "I am early." }));
  expect(told.map(({ field }) => fieldName(field))).toEqual(["Company"]);
});

test("a place is told whole, by its service where only that is known, and of what is off no address", () => {
  const item = (place: string, more = {}) => placeOf(anItem(aBooking({ place }), more));
  expect(item("Room 4")).toBe("Room 4");
  expect(item("https://meet.google.com/abc-defg-hij")).toBe("https://meet.google.com/abc-defg-hij");
  expect(item("https://meet.google.com/abc-defg-hij", { off: true })).toBe("");
  expect(item("Room 4", { off: true })).toBe("Room 4");
  expect(item("", { join: "zoom.us" })).toBe("Zoom");
});
