import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStore } from "../../../../main/store/store.ts";
import { rescue } from "../../../../main/store/thread/rescue.ts";
import { temporaryFolder } from "../../../support/files.ts";
import { aLinkingStore, reader, span, type Told, told } from "../../../support/linking-store.ts";
import { repeated } from "../../../support/repeated.ts";
import { DatabaseSync } from "../../../support/sqlite.ts";

const a: Told = { id: "a", at: 1, hour: 10 };
const b: Told = { id: "b", at: 2, hour: 12, replaces: "a" };
const c: Told = { id: "c", at: 3, hour: 14, replaces: "b" };
const gone: Told = { ...a, at: 2, status: "cancelled", replacedBy: "b" };
const plain = (id: string, changes: Partial<Told> = {}): Told => ({ id, at: 2, hour: 12, ...changes });

const from = (id: string, start: number) => ({
  kind: "moved",
  from: span(start),
  to: null,
  otherHalf: `linking:${id}`,
});
const to = (id: string, start: number, end: number) => ({
  kind: "moved",
  from: span(start),
  to: span(end),
  otherHalf: `linking:${id}`,
});

describe("a new booking that says which one it replaces", () => {
  test("is told as one move, though nothing else is alike, and the old one is off", () => {
    const { store, take, statusOf } = aLinkingStore();
    expect(take(a, b)[1]).toEqual(from("a", 10));
    expect([statusOf("a"), statusOf("b")]).toEqual(["moved", "confirmed"]);
    expect(store.alerts.owed().map(({ change }) => change)).toEqual([from("a", 10)]);
    store.close();
  });

  test("is told as new while the old one is unknown, and as one move once that is heard of", () => {
    const { store, take, statusOf } = aLinkingStore();
    expect(take(b, a).map((change) => change?.kind)).toEqual(["new", "moved"]);
    expect(statusOf("a")).toBe("moved");
    expect(store.alerts.owed().map(({ change }) => change)).toEqual([to("b", 10, 12)]);
    store.close();
  });

  test("is told once, whatever the old one's own last words are", () => {
    const { store, take, statusOf } = aLinkingStore();
    const changes = take(a, b, b, a, gone, { ...gone, at: 3 }, { ...a, at: 1 });
    expect(changes.slice(2)).toEqual([null, null, null, null, null]);
    expect(statusOf("a")).toBe("moved");
    store.close();
  });

  test("has its later changes told as what they are", () => {
    const { store, take } = aLinkingStore();
    const changes = take(a, b, { ...b, at: 5, status: "cancelled" });
    expect(changes[2]).toEqual({ kind: "cancelled", from: null, to: null });
    store.close();
  });

  test("and is off itself tells of no move, and the old one is off all the same", () => {
    const { store, take, statusOf } = aLinkingStore();
    expect(take(a, { ...b, status: "cancelled" })[1]).toEqual({ kind: "cancelled", from: null, to: null });
    expect(statusOf("a")).toBe("moved");
    store.close();
  });

  test("says so only later: the move is told then", () => {
    const { store, take, statusOf } = aLinkingStore();
    const changes = take(a, plain("b"), { ...b, at: 4 });
    expect(changes[2]).toEqual(from("a", 10));
    expect(statusOf("a")).toBe("moved");
    store.close();
  });

  test("with another host: each is told of by itself, and the delivery stands in the log once", () => {
    const { store, take } = aLinkingStore();
    take({ ...a, host: "x" }, { ...b, host: "y" });
    const owed = store.alerts.owed().map(({ booking, change }) => [booking.id, change]);
    expect(owed.slice(1)).toEqual([
      ["linking:a", to("b", 10, 12)],
      ["linking:b", from("a", 10)],
    ]);
    expect(store.deliveries.page(null).lines.map(({ change }) => change)).toEqual(["moved", "new"]);
    store.close();
  });
});

describe("an old booking that says which one has replaced it", () => {
  test.each([
    ["last", [a, plain("b"), gone], to("b", 10, 12)],
    ["before the new one is heard of", [a, gone, plain("b")], from("a", 10)],
  ])("%s: is told as one move", (_when, all, move) => {
    const { store, take, statusOf } = aLinkingStore();
    expect(take(...all)[2]).toEqual(move);
    expect([statusOf("a"), statusOf("b")]).toEqual(["moved", "confirmed"]);
    store.close();
  });

  test("is a half that waits while the new one is unknown", () => {
    const { store, take } = aLinkingStore();
    expect(take(a, gone)[1]).toEqual({ kind: "moved", from: null, to: null });
    store.close();
  });
});

test("a link to itself, or to nothing, is none", () => {
  const { store, take, statusOf } = aLinkingStore();
  const changes = take({ ...a, replaces: "a" }, { ...a, id: "e", replaces: "", replacedBy: "" });
  expect(changes.map((change) => change?.kind)).toEqual(["new", "new"]);
  take({ ...a, at: 4, replaces: "a", replacedBy: "a" });
  expect([statusOf("a"), statusOf("e")]).toEqual(["confirmed", "confirmed"]);
  store.close();
});

test("of two that say they replace each other one is on", () => {
  const { store, take, statusOf } = aLinkingStore();
  take({ ...a, replaces: "b" }, b, { ...a, at: 5, replaces: "b" }, { ...b, at: 6 });
  expect([statusOf("a"), statusOf("b")].sort()).toEqual(["confirmed", "moved"]);
  store.close();
});

test.each(["a", "b"])(
  "when the row of %s was lost to damage, what is made again is linked as it was",
  (lost) => {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    const { store, take } = aLinkingStore(file);
    take(a, b);
    store.close();
    const damaged = new DatabaseSync(file);
    damaged.prepare("DELETE FROM booking WHERE id = ?").run(`linking:${lost}`);
    damaged.close();
    const rescued = new DatabaseSync(":memory:");
    rescue(file, rescued, reader);
    const again = createStore(rescued, reader);
    expect(["a", "b"].map((id) => again.bookings.get(`linking:${id}`)?.status)).toEqual([
      "moved",
      "confirmed",
    ]);
    again.close();
  },
);

test("of three in a row, whenever the first is heard of, the last says when it is", () => {
  const { store, take, statusOf } = aLinkingStore();
  expect(take(a, b, c).slice(1)).toEqual([from("a", 10), from("b", 12)]);
  const late = aLinkingStore();
  expect(late.take(c, b, a).slice(1)).toEqual([to("c", 12, 14), to("c", 10, 14)]);
  const between = aLinkingStore();
  expect(between.take(a, c, b)[2]).toEqual(to("c", 12, 14));
  for (const one of [statusOf, late.statusOf, between.statusOf])
    expect(["a", "b", "c"].map(one)).toEqual(["moved", "moved", "confirmed"]);
  for (const one of [store, late.store, between.store]) one.close();
});

test("what is linked is no half of another, however alike they are", () => {
  const { store, take } = aLinkingStore();
  const email = "one@example.net";
  const gaveUp = (id: string): Told => ({ ...plain(id, { email }), status: "moved" });
  const linkedOld: Told = { ...gaveUp("old"), replacedBy: "unknown" };
  const linkedFresh = plain("fresh", { email, replaces: "unheard-of" });
  const other = (...all: readonly Told[]) => take(...all).map((change) => change?.otherHalf);
  expect(other(linkedOld, plain("guessed", { email }))).toEqual([undefined, undefined]);
  expect(other(gaveUp("before"), gaveUp("later"))).toEqual(["linking:guessed", undefined]);
  expect(other(linkedFresh, gaveUp("last"))).toEqual([undefined, undefined]);
  store.close();
});

describe("whatever the order and the repetitions", () => {
  const ids = ["a", "b", "c", "d"];
  /** Each may replace one that was made before it, and every report of it says so. */
  const histories = fc.tuple(...ids.map((_, i) => fc.nat(i))).chain((olds) => {
    const reports = ids.flatMap((id, i) => {
      const replaces = ids[(olds[i] ?? 0) - 1];
      const made: Told = { id, at: 10 * i + 1, hour: i, ...(replaces && { replaces }) };
      return [made, { ...made, at: 10 * i + 5, status: "cancelled" as const }];
    });
    return fc.tuple(
      fc.constant(reports),
      fc
        .subarray(reports, { minLength: 1 })
        .chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
      fc.array(fc.nat(7), { maxLength: 6 }),
    );
  });
  const ending = (all: readonly Told[]) => {
    const { store } = aLinkingStore();
    const taken = all.map((one) => store.take([told(one)])[0]);
    const bookings = store.bookings.page(0).map(({ booking }) => booking);
    const owed = store.alerts.owed();
    store.close();
    return { taken, owed, bookings: bookings.sort((one, other) => (one.id < other.id ? -1 : 1)) };
  };

  test("the bookings end the same, what is replaced is off, and what comes again owes nothing", () => {
    fc.assert(
      fc.property(histories, ([, shuffled, picks]) => {
        const once = ending(shuffled);
        const sorted = [...shuffled].sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
        expect(once.bookings).toEqual(ending(sorted).bookings);
        for (const { id, replaces } of shuffled) {
          const old = once.bookings.find((one) => one.id === `linking:${replaces}`);
          expect([undefined, "moved"], id).toContain(old?.status);
        }
        const again = picks.map((pick) => shuffled[pick % shuffled.length] as Told);
        const repeated = ending([...shuffled, ...again]);
        expect(repeated.bookings).toEqual(once.bookings);
        expect(repeated.owed.length).toBe(once.owed.length);
      }),
      { numRuns: repeated(60) },
    );
  });
});
