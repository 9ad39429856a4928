import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takesPlace } from "../../../../common/status.ts";
import { classesAsOne } from "../../../../main/bookings/classes.ts";
import { isHalf } from "../../../../main/bookings/reschedule.ts";
import { bodiesOf, type Life, type Step, type Told } from "../../../support/calendly-lives.ts";
import { calendlyBody } from "../../../support/calendly-payloads.ts";
import { aCalendlyStore } from "../../../support/calendly-store.ts";

const step = fc.constantFrom<Step>(
  "no-show",
  "no-show-deleted",
  "canceled-by-host",
  "canceled-by-invitee",
  "rescheduled",
  "rescheduled",
);
const life = (who: string) =>
  fc.record({ who: fc.constant(who), steps: fc.array(step, { maxLength: 5 }), group: fc.boolean() });
/** Of one customer, or of several who book the same class. */
const lives = fc
  .tuple(life("ann"), life("bea"), life("cem"))
  .chain((all) => fc.integer({ min: 1, max: 3 }).map((most) => all.slice(0, most) as Life[]));
/** The two halves of a reschedule are of one second, or the steps follow at once. */
const apart = fc.constantFrom(1, 60);

function ending(bodies: readonly Buffer[]) {
  const { store, take, bookings, told } = aCalendlyStore();
  const taken = take(...bodies);
  const end = { taken, bookings: bookings(), told: told() };
  store.close();
  return end;
}

const bodies = (told: readonly Told[]) => told.map(({ body }) => body);
const count = (told: readonly Told[], wanted: Told["step"]) =>
  told.filter(({ step }) => step === wanted).length;
/** What was told of as a change; the half of a move whose other half is not heard of yet waits for that. */
const changes = ({ taken }: ReturnType<typeof ending>) =>
  taken.flatMap((one) =>
    "change" in one && one.change && !isHalf(one.change) ? [{ id: one.bookingId, ...one.change }] : [],
  );
const moves = (end: ReturnType<typeof ending>) => changes(end).filter(({ kind }) => kind === "moved");

const shuffled = fc.tuple(lives, apart).chain(([all, seconds]) => {
  const told = all.flatMap((one) => bodiesOf(one, seconds));
  return fc.tuple(
    fc.constant(told),
    fc.shuffledSubarray(told, { minLength: told.length }),
    fc.array(fc.constantFrom(...told), { maxLength: 8 }),
  );
});

describe("whatever happens to a booking, and in whatever order that is told", () => {
  test("it ends the same", () => {
    fc.assert(
      fc.property(shuffled, ([told, other, again]) => {
        expect(ending(bodies([...again, ...other])).bookings).toEqual(ending(bodies(told)).bookings);
      }),
      { numRuns: 40 },
    );
  });

  test("a delivery that comes again is told of by nothing", () => {
    fc.assert(
      fc.property(shuffled, ([, other, again]) => {
        const repeated = ending(bodies([...other, ...again]));
        expect(repeated.told).toEqual(ending(bodies(other)).told);
        for (const taken of repeated.taken.slice(other.length))
          expect(taken).toMatchObject({
            verdict: expect.stringMatching(/^(duplicate|stale)$/),
            change: null,
          });
      }),
      { numRuns: 40 },
    );
  });

  test("no reschedule is told of as more than one move, and what was replaced is off", () => {
    fc.assert(
      fc.property(shuffled, ([told, other]) => {
        const end = ending(bodies(other));
        expect(moves(end).length).toBeLessThanOrEqual(count(told, "rescheduled"));
        const off = end.bookings.filter(({ status }) => status === "moved");
        expect(off.length).toBe(count(told, "rescheduled"));
      }),
      { numRuns: 40 },
    );
  });

  test("in order, each change is told once, and each reschedule as one move, whichever half comes first", () => {
    fc.assert(
      fc.property(lives, fc.boolean(), (all, newFirst) => {
        const told = all
          .flatMap((one) => bodiesOf(one))
          .map((one, i, list) => {
            const [before, after] = [list[i - 1], list[i + 1]];
            if (!newFirst) return one;
            if (one.step === "rescheduled" && after) return after;
            return before?.step === "rescheduled" ? before : one;
          });
        const end = ending(bodies(told));
        const kinds = changes(end).map(({ kind, id }) => `${kind} ${id}`);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(moves(end).length).toBe(count(told, "rescheduled"));
        const cancelled = count(told, "canceled-by-host") + count(told, "canceled-by-invitee");
        expect(kinds.length).toBe(all.length + moves(end).length + cancelled);
      }),
      { numRuns: 40 },
    );
  });
});

test("the halves of the documented reschedule are one move, in both orders", () => {
  const [created, old, fresh] = [
    "invitee.created",
    "invitee.canceled.rescheduled",
    "invitee.created.rescheduled",
  ].map(calendlyBody) as [Buffer, Buffer, Buffer];
  for (const order of [
    [created, old, fresh],
    [created, fresh, old],
  ]) {
    const end = ending(order);
    expect(changes(end).map(({ kind }) => kind)).toEqual(["new", "moved"]);
    expect(end.bookings.map(({ status }) => status)).toEqual(["moved", "confirmed"]);
  }
});

test("a class is shown once, with the seats that are taken of it", () => {
  const { store, take } = aCalendlyStore();
  const steps = { ann: [], bea: ["canceled-by-invitee"], cem: [] } as const;
  for (const [who, of] of Object.entries(steps)) take(...bodies(bodiesOf({ who, steps: of, group: true })));
  const [from, to] = [Date.parse("2026-12-08T00:00Z"), Date.parse("2026-12-09T00:00Z")];
  expect(classesAsOne(store.schedule.between(from, to), takesPlace)).toMatchObject([
    { id: "calendly:CLASS-0", customer: null, seats: { taken: 2, max: 10 } },
  ]);
  store.close();
});
