import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { reminderWordingOf } from "../../../main/alerts/describe.ts";
import { aBooking, at } from "../../support/bookings.ts";
import { englishInLondon } from "../../support/english.ts";

const now = at("2026-11-23T12:00Z");

describe("a reminder", () => {
  const reminded = (booking: Partial<Booking>, notJoined = false) => {
    const timed = { start: at("2026-11-23T15:00Z"), end: at("2026-11-23T16:00Z") };
    return reminderWordingOf(
      {
        booking: { ...aBooking({ place: "", subject: "" }), ...timed, ...booking } as never,
        due: 0,
        notJoined,
      },
      now,
      englishInLondon,
    );
  };

  test("says when, and who", () => {
    expect(reminded({})).toEqual({ title: "Starts at 15:00: Marty McFly", body: "Today 15:00–16:00" });
    expect(reminded({ customer: null }).title).toBe("Starts at 15:00: a booking");
  });

  test("says its time once, where there is more to say", () => {
    const place = "https://meet.google.com/abc-defg-hij";
    expect(reminded({ subject: "Flux capacitor review", place }).body).toBe(
      "Flux capacitor review · Google Meet",
    );
  });

  test("says the day where that is not today", () => {
    const tomorrow = { start: at("2026-11-24T00:05Z"), end: at("2026-11-24T01:00Z") };
    expect(reminded(tomorrow)).toEqual({
      title: "Starts Tue 24 Nov, 00:05: Marty McFly",
      body: "Tue 24 Nov, 00:05–01:00",
    });
  });

  test("asks who has not joined", () => {
    expect(reminded({}, true).title).toBe("Not joined yet: Marty McFly");
    expect(reminded({ customer: null }, true).title).toBe("Not joined yet: a booking");
  });
});
