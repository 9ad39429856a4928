import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import type { Change } from "../../../common/change.ts";
import { type DetailLevel, detailLevels, type Rule } from "../../../common/destinations.ts";
import { alertKinds } from "../../../common/policy.ts";
import { statuses } from "../../../common/status.ts";
import { endOf, unwantedBy, wantedBy } from "../../../main/destinations/rules.ts";
import { aRule, happened, now } from "../../support/outgoing.ts";

const hour = 3_600_000;
const toSlack = [{ destination: "slack-1", kind: "new", detail: "time" }];
const other = { id: "project-2", name: "Support" };

test("a new booking of the project goes to the destination of its rule, one of another project to none", () => {
  expect(wantedBy(happened(), [aRule()], now)).toEqual(toSlack);
  expect(wantedBy(happened({}, { project: other }), [aRule()], now)).toEqual([]);
  expect(wantedBy(happened({}, { project: null }), [aRule()], now)).toEqual([]);
});

test.each<[string, Partial<Rule>, Partial<Change>, Partial<Booking>, string | null]>([
  ["switched off", { on: false }, {}, {}, "off"],
  ["another kind", {}, { kind: "moved" }, {}, "kind"],
  ["any project", { projects: null }, {}, { project: null }, null],
  ["a project of which only the name is told", {}, {}, { project: { id: "", name: "Sales Demo" } }, null],
  ["the same name, but another id", {}, {}, { project: { id: "project-9", name: "Sales Demo" } }, "project"],
  [
    "nothing told of the project",
    { projects: [{ id: "", name: "" }] },
    {},
    { project: { id: "", name: "" } },
    "project",
  ],
  ["no project chosen", { projects: [] }, {}, {}, "project"],
  ["its host", { hosts: [{ id: "host-1", name: "" }] }, {}, {}, null],
  ["another host", { hosts: [{ id: "host-2", name: "" }] }, {}, {}, "host"],
  ["not paid", { kinds: ["unpaid"] }, { kind: "expired" }, { payment: "unpaid", status: "expired" }, null],
  ["not paid, not expired", { kinds: ["expired"] }, { kind: "expired" }, { payment: "unpaid" }, null],
])("%s", (_name, rule, change, booking, why) =>
  expect(unwantedBy(aRule(rule), happened(change, booking), now)).toBe(why),
);

test.each(["done", "unknown"] as const)("what is %s is owed to nobody", (kind) =>
  expect(wantedBy(happened({ kind }), [aRule({ kinds: alertKinds, projects: null })], now)).toEqual([]),
);

describe("what is history is owed to nobody", () => {
  test("changed before the rule was made, by clocks that may differ", () => {
    const since = now - 500;
    const why = (changedAt: number | null) => unwantedBy(aRule({ since }), happened({}, {}, changedAt), now);
    expect(why(since - 600_000)).toBe(null);
    expect(why(since - 600_001)).toBe("before");
    expect(why(null)).toBe(null);
  });

  test("changed more than a day ago: caught up with", () => {
    const later = { start: now + hour, end: now + 2 * hour };
    expect(unwantedBy(aRule(), happened({}, later, now - 24 * hour), now)).toBe(null);
    expect(unwantedBy(aRule(), happened({}, later, now - 24 * hour - 1), now)).toBe("old");
  });

  test("over for an hour", () => {
    const ended = (ago: number) => happened({}, { start: now - 9 * hour, end: now - ago });
    expect(unwantedBy(aRule(), ended(hour - 1), now)).toBe(null);
    expect(unwantedBy(aRule(), ended(hour), now)).toBe("over");
  });

  test("but not while one of its times is to come, or is not told", () => {
    const past = { start: now - 3 * hour, end: now - 2 * hour };
    const coming = { start: now, end: now + hour };
    expect(endOf(happened({ from: coming }, past))).toBe(coming.end);
    expect(endOf(happened({ to: coming }, past))).toBe(coming.end);
    expect(endOf(happened({}, { start: null, end: null }))).toBe(null);
    expect(wantedBy(happened({}, { start: null, end: null }), [aRule()], now)).toEqual(toSlack);
  });

  test("whole days are over when they are so everywhere", () => {
    const allDay = { first: "2026-11-22", last: "2026-11-22" };
    const days = { start: now - 38 * hour, end: now - 14 * hour, allDay };
    expect(endOf(happened({}, days))).toBe(days.end + 26 * hour);
  });

  test("a thousand old bookings that are caught up with owe nothing", () => {
    const rules = [aRule({ projects: null, kinds: alertKinds })];
    const owed = Array.from({ length: 1_000 }, (_, day) =>
      wantedBy(happened({}, {}, now - (day + 1) * 24 * hour - 1), rules, now),
    );
    expect(owed.flat()).toEqual([]);
  });
});

const projects = [{ id: "project-1", name: "Sales Demo" }, other, { id: "", name: "Support" }];
const anyRule = fc.record({
  id: fc.uuid(),
  on: fc.boolean(),
  kinds: fc.subarray([...alertKinds]),
  projects: fc.option(fc.subarray(projects)),
  hosts: fc.option(fc.subarray([{ id: "host-1", name: "Doc Brown" }])),
  destination: fc.constantFrom("a", "b", "c", "__proto__"),
  detail: fc.constantFrom(...detailLevels),
  since: fc.integer({ min: now + 594_000, max: now + 606_000 }),
});
const anyHappened = fc
  .record({
    kind: fc.constantFrom("new" as const, "details" as const, ...statuses),
    project: fc.option(fc.constantFrom(...projects)),
    end: fc.integer({ min: now - 2 * hour, max: now + hour }),
    changedAt: fc.option(fc.integer({ min: now - 6_000, max: now + 6_000 })),
  })
  .map(({ kind, project, end, changedAt }) =>
    happened({ kind }, { project, start: end - hour, end }, changedAt),
  );
const rank = (detail: DetailLevel | undefined) => detailLevels.indexOf(detail as DetailLevel);

describe("whatever the rules are", () => {
  test("one more never removes a message, nor takes detail from it", () =>
    fc.assert(
      fc.property(anyHappened, fc.array(anyRule), anyRule, (what, rules, more) => {
        const after = wantedBy(what, [...rules, more], now);
        for (const { destination, detail } of wantedBy(what, rules, now))
          expect(rank(after.find((one) => one.destination === destination)?.detail)).toBeGreaterThanOrEqual(
            rank(detail),
          );
      }),
    ));

  test("a change goes to a destination once, with a detail that one of its rules allows", () =>
    fc.assert(
      fc.property(anyHappened, fc.array(anyRule), (what, rules) => {
        const wanted = wantedBy(what, rules, now);
        expect(new Set(wanted.map(({ destination }) => destination)).size).toBe(wanted.length);
        for (const { destination, detail } of wanted)
          expect(
            rules.some((rule) => rule.on && rule.destination === destination && rule.detail === detail),
          ).toBe(true);
      }),
    ));

  test("their order does not matter", () =>
    fc.assert(
      fc.property(anyHappened, fc.array(anyRule), (what, rules) => {
        expect(wantedBy(what, rules.toReversed(), now)).toEqual(wantedBy(what, rules, now));
      }),
    ));

  test("switching one off is as if it were not there, and leaves other destinations alone", () =>
    fc.assert(
      fc.property(anyHappened, fc.array(anyRule), anyRule, (what, rules, one) => {
        const off = wantedBy(what, [...rules, { ...one, on: false }], now);
        expect(off).toEqual(wantedBy(what, rules, now));
        const elsewhere = (wanted: typeof off) =>
          wanted.filter((each) => each.destination !== one.destination);
        expect(elsewhere(off)).toEqual(elsewhere(wantedBy(what, [...rules, one], now)));
      }),
    ));
});
