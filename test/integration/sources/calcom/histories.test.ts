import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCalcomStore } from "../../../support/calcom.ts";
import { calcomLives } from "../../../support/calcom-lives.ts";

function deliver(bodies: readonly Buffer[]) {
  const { store, take } = aCalcomStore();
  const taken = take(...bodies);
  const bookings = store.bookings.page(0).map(({ booking }) => booking);
  const owed = store.alerts.owed();
  store.close();
  const changes = taken.map((one) => (one && "change" in one ? one.change : null));
  return {
    bookings: bookings.sort((one, other) => (one.id < other.id ? -1 : 1)),
    verdicts: taken.map((one) => one?.verdict),
    changes,
    owed: owed.length,
    told: changes.filter((change) => change !== null),
  };
}

const isMove = (change: ReturnType<typeof deliver>["changes"][number]) =>
  change?.kind === "moved" && change.otherHalf !== undefined;

describe("whatever the life, the order and the repetitions", () => {
  const deliveries = calcomLives.chain(({ events, moves }) => {
    const bodies = events.map(({ body }) => body);
    return fc.tuple(
      fc.constant({ bodies, moves }),
      fc.shuffledSubarray(bodies, { minLength: bodies.length }),
      fc.array(fc.constantFrom(...bodies), { maxLength: 6 }),
    );
  });

  test("the bookings end the same", () => {
    fc.assert(
      fc.property(deliveries, ([{ bodies }, shuffled, again]) => {
        expect(deliver([...again, ...shuffled]).bookings).toEqual(deliver(bodies).bookings);
      }),
      { numRuns: 100 },
    );
  });

  test("what comes again owes nothing", () => {
    fc.assert(
      fc.property(deliveries, ([, shuffled, again]) => {
        const repeated = deliver([...shuffled, ...again]);
        expect(repeated.changes.slice(shuffled.length).filter(Boolean)).toEqual([]);
        expect(repeated.verdicts.slice(shuffled.length).join()).toMatch(/^(?:(?:duplicate|stale),?)*$/);
      }),
      { numRuns: 60 },
    );
  });

  test("a move is told at most once for each, and what was moved away is off", () => {
    fc.assert(
      fc.property(deliveries, ([{ moves }, shuffled]) => {
        const { bookings, told } = deliver(shuffled);
        expect(told.filter(isMove).length).toBeLessThanOrEqual(moves);
        expect(bookings.slice(0, moves).map(({ status }) => status)).toEqual(Array(moves).fill("moved"));
        expect(bookings.length).toBe(moves + 1);
      }),
      { numRuns: 60 },
    );
  });
});

test("in order, every move is told as one, and every change once", () => {
  fc.assert(
    fc.property(calcomLives, ({ events, moves }) => {
      const { changes, told } = deliver(events.map(({ body }) => body));
      expect(told.filter(isMove).length).toBe(moves);
      expect(changes.filter((change) => change?.kind === "new").length).toBeLessThanOrEqual(1);
      const kinds = told.map((change) => change.kind);
      expect(kinds).not.toContain("details");
      for (const kind of ["declined", "cancelled"])
        expect(kinds.filter((one) => one === kind).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});
