import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reader } from "../../../main/sources/registry.ts";
import { migrate } from "../../../main/store/engine/migrations.ts";
import { createStore } from "../../../main/store/store.ts";
import { repeated } from "../../support/repeated.ts";
import { DatabaseSync } from "../../support/sqlite.ts";
import { payloadWith } from "../../support/timekit-payloads.ts";

/** What may follow what, by Timekit's graph pages. */
const ended = {
  completed: [],
  cancelled: [],
  cancelled_by_customer: [],
  rescheduled_by_customer: [],
  error: [],
};
const graphs: Record<string, Record<string, readonly string[]>> = {
  instant: { "": ["confirmed"], confirmed: Object.keys(ended), ...ended },
  instant_payment: {
    "": ["tentative"],
    tentative: ["paid", "unpaid"],
    paid: ["completed", "cancelled", "cancelled_by_customer", "rescheduled_by_customer"],
    unpaid: [],
    ...ended,
  },
  confirm_decline: {
    "": ["tentative"],
    tentative: ["confirmed", "declined"],
    confirmed: Object.keys(ended),
    declined: [],
    ...ended,
  },
  group_owner: { "": ["tentative"], tentative: ["completed", "cancelled"], ...ended },
  group_customer: {
    "": ["confirmed"],
    confirmed: ["completed", "cancelled_by_customer", "cancelled_by_owner"],
    cancelled_by_owner: [],
    ...ended,
  },
  group_customer_payment: {
    "": ["tentative"],
    tentative: ["paid", "unpaid", "cancelled_by_owner"],
    paid: ["completed", "cancelled_by_owner", "cancelled_by_customer"],
    unpaid: [],
    cancelled_by_owner: [],
    ...ended,
  },
  reservation: { "": ["reserved"], reserved: ["expired"], expired: [] },
};

interface Step {
  readonly follow: number;
  /** Seconds since the step before; zero makes a tie. */
  readonly later: number;
  readonly edit: "none" | "time" | "place" | "bare";
}

/** The bodies of one booking's life, as Timekit would send them; a step without a next state edits this one. */
function bodiesOf(graph: string, steps: readonly Step[]): Buffer[] {
  let state = "";
  let second = 0;
  let hour = 10;
  let place = 0;
  return steps.map(({ follow, later, edit }) => {
    const next = graphs[graph]?.[state] ?? [];
    state = next[follow % Math.max(1, next.length)] ?? state;
    second += later;
    if (edit === "time") hour += 1;
    if (edit === "place") place += 1;
    const times = { start: `2026-12-08T${hour}:00:00+0000`, end: `2026-12-08T${hour}:30:00+0000` };
    const event =
      edit === "bare" ? null : { ...times, what: "Call", where: `Room ${place}`, description: "" };
    const updated_at = new Date(Date.UTC(2026, 11, 1, 9, 0, second)).toISOString();
    return payloadWith("instant.confirmed", { graph, state, updated_at, event, attributes: null });
  });
}

const livesWith = (...seconds: number[]) =>
  fc
    .record({
      graph: fc.constantFrom(...Object.keys(graphs)),
      steps: fc.array(
        fc.record({
          follow: fc.nat(9),
          later: fc.constantFrom(...seconds),
          edit: fc.constantFrom("none", "none", "time", "place", "bare"),
        } satisfies Record<keyof Step, unknown>),
        { minLength: 1, maxLength: 6 },
      ),
    })
    .map(({ graph, steps }) => bodiesOf(graph, steps as Step[]));
const lives = livesWith(0, 0, 1, 60);

function deliver(bodies: readonly Buffer[]) {
  const database = new DatabaseSync(":memory:");
  migrate(database);
  const store = createStore(database, reader);
  const taken = bodies.map(
    (body) => store.take([{ source: "timekit", receivedAt: 1, via: "webhook", headers: {}, body }])[0],
  );
  const bookings = store.bookings.page(0).map(({ booking }) => booking);
  const result = {
    bookings,
    taken,
    owed: store.alerts.owed().length,
    changes: taken.filter((one) => one && "change" in one && one.change),
  };
  database.close();
  return result;
}

describe("whatever the graph, the order and the repetitions", () => {
  const deliveries = lives.chain((bodies) =>
    fc.tuple(
      fc.constant(bodies),
      fc.shuffledSubarray(bodies, { minLength: bodies.length }),
      fc.array(fc.constantFrom(...bodies), { maxLength: 8 }),
    ),
  );

  test("the booking ends the same", () => {
    fc.assert(
      fc.property(deliveries, ([bodies, shuffled, again]) => {
        expect(deliver([...again, ...shuffled]).bookings).toEqual(deliver(bodies).bookings);
      }),
      { numRuns: repeated(100) },
    );
  });

  test("every change owes one alert, and a delivery that comes again owes none", () => {
    fc.assert(
      fc.property(deliveries, ([, shuffled, again]) => {
        const once = deliver(shuffled);
        const repeated = deliver([...shuffled, ...again]);
        expect(once.owed).toBe(once.changes.length);
        expect(repeated.owed).toBe(once.owed);
        for (const taken of repeated.taken.slice(shuffled.length))
          expect(taken).toMatchObject({
            verdict: expect.stringMatching(/^(duplicate|stale)$/),
            change: null,
          });
      }),
      { numRuns: repeated(100) },
    );
  });

  test("what a newer delivery changes is told once, and a stale one tells nothing", () => {
    fc.assert(
      fc.property(deliveries, ([, shuffled, again]) => {
        const bodies = [...shuffled, ...again];
        const { taken, owed } = deliver(bodies);
        const states = bodies.map((_, i) => JSON.stringify(seen(deliver(bodies.slice(0, i + 1)).bookings)));
        const told = taken.map((one) => Boolean(one && "change" in one && one.change));
        const expected = taken.map(
          (one, i) => /first|newer/.test(one?.verdict ?? "") && states[i] !== (states[i - 1] ?? "[]"),
        );
        expect(told).toEqual(expected);
        expect(owed).toBe(expected.filter(Boolean).length);
      }),
      { numRuns: repeated(60) },
    );
  });

  test("in order, each step that a host would see is told, and no other", () => {
    fc.assert(
      // Within one second nothing may say which came first.
      fc.property(livesWith(1, 60), (bodies) => {
        const { taken } = deliver(bodies);
        const states = bodies.map((_, i) => JSON.stringify(seen(deliver(bodies.slice(0, i + 1)).bookings)));
        const changed = states.map((state, i) => state !== (states[i - 1] ?? "[]"));
        const told = taken.map((one) => Boolean(one && "change" in one && one.change));
        expect(told).toEqual(changed);
      }),
      { numRuns: repeated(60) },
    );
  });
});

/** What a host sees of a booking: not Timekit's own words for the same status. */
const seen = (bookings: ReturnType<typeof deliver>["bookings"]) =>
  bookings.map(({ native: _, mayBeMoved: __, ...rest }) => rest);
