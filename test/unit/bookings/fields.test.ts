import fc from "fast-check";
import { expect, test } from "vitest";
import { asForwarded, bookingOf, type Facts, type Known, type Report } from "../../../main/bookings/facts.ts";
import { isNow, withoutWords } from "../../../main/bookings/gone.ts";
import { merge } from "../../../main/bookings/merge.ts";
import { asFallback, type FieldWord } from "../../../main/bookings/word.ts";

const mergeAll = (reports: readonly Report[]): Known =>
  reports.reduce<Known | null>((known, report) => merge(known, report).known, null) as Known;

const standing: Facts["standing"] = {
  native: { graph: "instant", state: "confirmed" },
  status: "confirmed",
  by: null,
  payment: null,
  mayBeMoved: false,
};

const revision = (second: number) => `${String(second).padStart(15, "0")}.2.abc`;

/** A field that begins with "-" stands in for another. */
type Told = { readonly [Group in keyof Facts]?: readonly string[] };

function word(second: number, facts: Partial<Facts>, told?: Told): Report {
  const at = told ? asForwarded(revision(second)) : revision(second);
  const fieldsOf = (fields: readonly string[]) =>
    fields.map(
      (field): FieldWord => (field.startsWith("-") ? [field.slice(1), asFallback(at)] : [field, at]),
    );
  const parts = Object.entries(told ?? {}).map(([group, fields]) => [group, fieldsOf(fields)]);
  const whole = { id: "1", revision: at, changedAt: null, facts: { standing, ...facts } };
  return told ? { ...whole, told: Object.fromEntries(parts) } : whole;
}

const sam = { name: "Sam Okafor", email: "sam@example.net", phone: "+44 1", timeZone: "Europe/London" };
const ines = { name: "Ines Duarte", email: "ines@example.org", phone: "", timeZone: "" };
const full: Partial<Facts> = {
  times: { start: 1_000, end: 2_000, allDay: false },
  texts: { subject: "Intro", place: "Room 1", description: "Bring it" },
  customers: [sam, ines],
  host: { id: "h", name: "Nora", timeZone: "Europe/Copenhagen" },
  project: { id: "p", name: "Demo" },
  answers: [
    { field: "topic", text: "prices" },
    { field: "company", text: "Okafor Ltd" },
  ],
};

test("a later word that tells a part of a group leaves the rest of it as it was", () => {
  const later = word(
    2,
    {
      times: { start: 1_500, end: 1_500, allDay: false },
      texts: { subject: "", place: "Room 2", description: "" },
      customers: [{ name: "sam@new.example", email: "sam@new.example", phone: "", timeZone: "" }],
      answers: [{ field: "topic", text: "dates" }],
    },
    { times: ["start"], texts: ["place"], customers: ["email"], answers: ["topic"] },
  );
  for (const order of [
    [word(1, full), later],
    [later, word(1, full)],
  ])
    expect(bookingOf(mergeAll(order))).toMatchObject({
      start: 1_500,
      end: 2_000,
      subject: "Intro",
      place: "Room 2",
      description: "Bring it",
      customer: { ...sam, email: "sam@new.example" },
      others: [ines],
      host: full.host,
      answers: [
        { field: "topic", text: "dates" },
        { field: "company", text: "Okafor Ltd" },
      ],
    });
});

test("a start that is told alone, behind the end that is known, ends where it begins", () => {
  const moved = word(2, { times: { start: 9_000, end: 9_000, allDay: false } }, { times: ["start"] });
  expect(bookingOf(mergeAll([word(1, full), moved]))).toMatchObject({ start: 9_000, end: 9_000 });
});

test("whole days that are moved by their start alone have the dates of the new one", () => {
  const day = 86_400_000;
  const host = { id: "h", name: "", timeZone: "UTC" };
  const times = { start: day, end: 2 * day, allDay: { first: "1970-01-02", last: "1970-01-02" } };
  const start = 10 * day;
  const moved = word(2, { times: { start, end: start, allDay: false } }, { times: ["start"] });
  expect(bookingOf(mergeAll([word(1, { host, times }), moved])).allDay).toEqual({
    first: "1970-01-11",
    last: "1970-01-11",
  });
});

test("a field that stands in for another fills in, and gives way to any word on that", () => {
  const asked = { start: 500, end: 600, allDay: false };
  const standIn = (second: number, times = asked) => word(second, { times }, { times: ["-start", "-end"] });
  for (const order of [
    [word(1, full), standIn(2)],
    [standIn(2), word(1, full)],
  ])
    expect(bookingOf(mergeAll(order))).toMatchObject({ start: 1_000, end: 2_000 });
  const later = standIn(2, { ...asked, start: 550 });
  expect(bookingOf(mergeAll([standIn(1), later]))).toMatchObject({ start: 550, end: 600 });
  expect(bookingOf(mergeAll([later, standIn(1)]))).toMatchObject({ start: 550, end: 600 });
});

test("a graph that was not forwarded is kept from the word that told it", () => {
  const native = { graph: "", state: "cancelled" };
  const cancelled = word(
    2,
    { standing: { ...standing, native, status: "cancelled", by: "host" } },
    { standing: ["state", "status", "by", "payment", "mayBeMoved"] },
  );
  for (const order of [
    [word(1, {}), cancelled],
    [cancelled, word(1, {})],
  ])
    expect(bookingOf(mergeAll(order))).toMatchObject({
      status: "cancelled",
      by: "host",
      native: { graph: "instant", state: "cancelled" },
    });
});

test("forgetting a word takes what it told a part of along", () => {
  const first = word(1, { texts: { subject: "Sam", place: "", description: "" } }, { texts: ["subject"] });
  const then = word(2, { texts: { subject: "", place: "Room", description: "" } }, { texts: ["place"] });
  const known = mergeAll([first, then]);
  expect(withoutWords(known, first.revision).facts).toEqual({ standing: known.facts.standing });
  expect(withoutWords(known, revision(9))).toBe(known);
});

test("of answers whose fields nobody bounds, the newest are kept, whatever came first", () => {
  const one = (second: number) =>
    word(second, { answers: [{ field: `f${second}`, text: "x" }] }, { answers: [`f${second}`] });
  const words = Array.from({ length: 25 }, (_, i) => one(i + 1));
  const known = mergeAll(words);
  expect(bookingOf(known).answers).toHaveLength(20);
  expect(bookingOf(known).answers[0]).toEqual({ field: "f25", text: "x" });
  expect(mergeAll(words.toReversed())).toEqual(known);
});

test("every order and repetition of whole and partial words makes the same booking", () => {
  const text = fc.constantFrom("", "a", "b");
  const person = fc.record({ name: text, email: text, phone: text, timeZone: text });
  const groups = {
    texts: fc.record({ subject: text, place: text, description: text }),
    host: fc.record({ id: text, name: text, timeZone: fc.constant("UTC") }),
    customers: fc.array(person, { maxLength: 2 }),
    times: fc.record({
      start: fc.nat(3),
      end: fc.nat(3),
      allDay: fc.constantFrom<false | { first: string; last: string }>(false, {
        first: "1970-01-01",
        last: "1970-01-01",
      }),
    }),
    answers: fc.uniqueArray(fc.record({ field: fc.constantFrom("a", "b", "c"), text }), {
      selector: ({ field }) => field,
    }),
  };
  const fieldsOf = (facts: Partial<Facts>, keep: readonly boolean[]): Told => ({
    ...(facts.texts && { texts: ["subject", "place", "-description"].filter((_, i) => keep[i]) }),
    ...(facts.host && { host: ["id", "name"].filter((_, i) => keep[i]) }),
    ...(facts.customers?.[0] && { customers: ["name", "email", "others"].filter((_, i) => keep[i]) }),
    ...(facts.times && {
      times: (keep[0] ? ["start", "end", "allDay"] : ["-start", "-end", "-allDay"]).filter(
        (_, i) => i === 0 || keep[i],
      ),
    }),
    ...(facts.answers && { answers: facts.answers.map(({ field }) => field) }),
  });
  const words = fc
    .array(
      fc.tuple(
        fc.record(groups, { requiredKeys: [] }),
        fc.option(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 })),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((said) =>
      said.map(([facts, keep], second) => {
        const told = keep ? fieldsOf(facts as Partial<Facts>, keep) : undefined;
        const kept = Object.entries(facts).filter(([group, value]) =>
          keep ? (told?.[group as keyof Facts]?.length ?? 0) > 0 : value !== undefined,
        );
        return word(second, Object.fromEntries(kept), told);
      }),
    );
  const orders = words.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
  );
  fc.assert(
    fc.property(orders, ([inOrder, shuffled]) => {
      expect(mergeAll(shuffled)).toEqual(mergeAll(inOrder));
      expect(JSON.stringify(bookingOf(mergeAll(shuffled)))).toBe(
        JSON.stringify(bookingOf(mergeAll(inOrder))),
      );
    }),
    { numRuns: 1_000 },
  );
});

test("somebody of whom only stand-ins tell is known since the word that had them", () => {
  const [older, newer] = [1, 5].map((second) =>
    word(second, { customers: [sam] }, { customers: ["-name", "-email"] }),
  );
  const known = mergeAll([older, newer] as Report[]);
  expect(known.facts.customers?.revision).toBe(newer?.revision);
  expect(isNow(known, older?.revision ?? "")).toBe(false);
  expect(isNow(known, newer?.revision ?? "")).toBe(true);
});
