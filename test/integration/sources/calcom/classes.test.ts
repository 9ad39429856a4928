import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seatId } from "../../../../main/sources/calcom/seats.ts";
import { aCalcomStore, calcomJson, hookWith } from "../../../support/calcom.ts";

const names = ["ana", "ben", "chi"] as const;
const emailOf = (name: string) => `${name}@example.net`;
const [guest] = calcomJson("seat.created").payload.attendees;
const attendee = (name: string) => ({ ...guest, name, email: emailOf(name) });
const row = (name: string) => ({ ...calcomJson("seat.cancelled").payload.attendees[0], ...attendee(name) });

interface Step {
  readonly name: (typeof names)[number];
  readonly what: "takes" | "leaves" | "leaves by name" | "moves";
}

/**
 * What customers do to two classes: each has one seat at most, may take it again after leaving, and moves once. Cal.com
 * tells of one of them alone, and of all when a class is closed.
 */
function bodiesOf(steps: readonly Step[], closes: boolean): { bodies: Buffer[]; seats: Map<string, string> } {
  const seats = new Map<string, string>();
  const bodies: Buffer[] = [];
  let at = Date.parse("2026-12-01T09:00:00Z");
  const say = (sample: string, changes: object) => {
    at += 60_000;
    bodies.push(hookWith(sample, changes, new Date(at).toISOString()));
  };
  const first = "bk_class_1";
  const second = "bk_class_2";
  for (const { name, what } of steps) {
    const own = [first, second].find(
      (uid) => seats.get(seatId(uid, { email: emailOf(name) })) === "confirmed",
    );
    const put = (uid: string, status: string) => seats.set(seatId(uid, { email: emailOf(name) }), status);
    if (what === "takes" && !own && seats.get(seatId(first, { email: emailOf(name) })) !== "moved") {
      say("seat.created", { uid: first, attendees: [attendee(name)] });
      put(first, "confirmed");
    } else if (own && what.startsWith("leaves")) {
      const isNamed = what === "leaves by name";
      const left = isNamed ? attendee(name) : row(name);
      say(isNamed ? "seat.cancelled.named" : "seat.cancelled", { uid: own, attendees: [left] });
      put(own, "cancelled");
    } else if (own === first && what === "moves") {
      say("seat.rescheduled", { uid: second, rescheduleUid: first, attendees: [attendee(name)] });
      put(first, "moved");
      put(second, "confirmed");
    }
  }
  const still = names.filter((name) => seats.get(seatId(first, { email: emailOf(name) })) === "confirmed");
  if (closes && still.length > 0) {
    say("class.cancelled", { uid: first, attendees: still.map(attendee) });
    seats.set(first, "cancelled");
  }
  return { bodies, seats };
}

function deliver(bodies: readonly Buffer[]) {
  const { store, take } = aCalcomStore();
  const taken = take(...bodies);
  const bookings = store.bookings.page(0).map(({ booking }) => booking);
  store.close();
  const changes = taken.map((one) => (one && "change" in one ? one.change : null));
  return { bookings: bookings.sort((one, other) => (one.id < other.id ? -1 : 1)), changes };
}

const lives = fc
  .tuple(
    fc.array(
      fc.record<Step>({
        name: fc.constantFrom(...names),
        what: fc.constantFrom("takes", "takes", "leaves", "leaves by name", "moves"),
      }),
      { minLength: 2, maxLength: 10 },
    ),
    fc.boolean(),
  )
  .map(([steps, closes]) => bodiesOf(steps, closes))
  .filter(({ bodies }) => bodies.length > 0);

describe("of classes, whatever their customers do", () => {
  test("every order ends with the same seats, and those are Cal.com’s", () => {
    const deliveries = lives.chain((life) =>
      fc.tuple(fc.constant(life), fc.shuffledSubarray(life.bodies, { minLength: life.bodies.length })),
    );
    fc.assert(
      fc.property(deliveries, ([{ bodies, seats }, shuffled]) => {
        const { bookings } = deliver([...shuffled, ...bodies]);
        expect(bookings).toEqual(deliver(bodies).bookings);
        const found = bookings.map(({ id, status }) => [id.replace("calcom:", ""), status]);
        expect(new Map(found as [string, string][])).toEqual(seats);
      }),
      { numRuns: 60 },
    );
  });

  test("in order, everything is told, and once", () => {
    fc.assert(
      fc.property(lives, ({ bodies }) => {
        const kinds = deliver(bodies).changes.map((change) => change?.kind);
        expect(kinds).not.toContain(undefined);
        expect(kinds).not.toContain("details");
      }),
      { numRuns: 60 },
    );
  });
});
