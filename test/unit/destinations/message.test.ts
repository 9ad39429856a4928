import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import type { Change } from "../../../common/change.ts";
import type { DetailLevel } from "../../../common/destinations.ts";
import { messageOf, testMessage } from "../../../main/destinations/message.ts";
import { english } from "../../support/english.ts";
import { happened, now } from "../../support/outgoing.ts";

const own = { start: now + 3_600_000, end: now + 7_200_000, allDay: false };
const other = { start: now + 86_400_000, end: now + 90_000_000 };
const elsewhere = { ...other, allDay: false };

const about = (
  change: Partial<Change> = {},
  booking: Partial<Booking> = {},
  detail: DetailLevel = "everything",
) => messageOf(happened(change, booking), { kind: "new", detail }, "msg_1", now + 5);

describe("what leaves at each level", () => {
  const secret = {
    native: { graph: "secret graph", state: "secret state" },
    description: "https://api.timekit.io/cancel/secret",
    ownerId: "secret owner",
  };
  const parts: Readonly<Record<DetailLevel, readonly string[]>> = {
    time: ["Sales Demo", "b00c0000"],
    names: ["Marty McFly", "Jennifer Parker", "Doc Brown"],
    everything: ["marty@example.net", "7946 0000", "Time travel", "Hill Valley", "late", "Clocks", "Europe/"],
  };

  test.each([
    ["time", parts.time, [...parts.names, ...parts.everything]],
    ["names", [...parts.time, ...parts.names], parts.everything.filter((part) => part !== "Europe/")],
    ["everything", [...parts.time, ...parts.names, ...parts.everything], []],
  ] as const)("%s", (detail, there, absent) => {
    const text = JSON.stringify(about({}, secret, detail));
    for (const part of there) expect(text).toContain(part);
    for (const part of [...absent, "secret", "jen@example.net"]) expect(text).not.toContain(part);
  });

  test("a mail address that stands in for a name is none", () => {
    const customer = { name: "marty@example.net", email: "Marty@example.net", phone: "", timeZone: "" };
    const others = [{ ...customer }];
    const text = JSON.stringify(about({}, { customer, others }, "names"));
    expect(text).not.toContain("example.net");
  });
});

test.each<[string, Partial<Change>, object]>([
  ["new", {}, { time: own, previous: null, previousId: null, status: "confirmed" }],
  ["moved", { kind: "moved", from: other }, { time: own, previous: elsewhere }],
  ["confirmed at another time", { kind: "confirmed", from: other }, { time: own, previous: elsewhere }],
  ["cancelled", { kind: "cancelled", from: other }, { time: own, previous: null }],
  ["moved away, nobody knows where to", { kind: "moved" }, { time: null, previous: own }],
  [
    "moved, told of the new booking",
    { kind: "moved", from: other, otherHalf: "old" },
    { bookingId: happened().booking.id, previousId: "old", time: own, previous: elsewhere },
  ],
  [
    "moved, told of the old booking",
    { kind: "moved", to: other, otherHalf: "fresh" },
    { bookingId: "fresh", previousId: happened().booking.id, time: elsewhere, previous: own, status: null },
  ],
])("%s: which time is which", (_name, change, expected) => expect(about(change)).toMatchObject(expected));

test("whole days stay dates, and a time that is not told is none", () => {
  const allDay = { first: "2026-12-08", last: "2026-12-09" };
  expect(about({ kind: "moved", from: { ...other, allDay } }).previous).toEqual({ ...other, allDay });
  expect(about({}, { start: null, end: null }).time).toBe(null);
});

test("it happened when its service says, else when it was heard of", () => {
  expect(about().at).toBe(now);
  expect(messageOf(happened({}, {}, null), { kind: "new", detail: "time" }, "msg_1", now + 5).at).toBe(
    now + 5,
  );
});

test("a booking without customer, host and project has none of them", () => {
  const { names, project, rest } = about({}, { customer: null, others: [], host: null, project: null });
  expect(names).toEqual({ customer: "", others: [], host: null });
  expect(project).toBe(null);
  expect(rest).toMatchObject({ email: "", phone: "", timeZone: "" });
});

test.each(["time", "names", "everything"] as const)(
  "a test at level %s has what a real one has",
  (detail) => {
    const made = testMessage(detail, "msg_1", now, english);
    const real = about({}, {}, detail);
    expect(made.test).toBe(true);
    expect(Object.keys(made).sort()).toEqual(Object.keys(real).sort());
    expect(Object.keys(made.names ?? {}).sort()).toEqual(Object.keys(real.names ?? {}).sort());
    expect(Object.keys(made.rest ?? {}).sort()).toEqual(Object.keys(real.rest ?? {}).sort());
    expect(made.time?.start).toBe(now + 86_400_000);
  },
);
