import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Rule } from "../../../../common/destinations.ts";
import { alertKinds } from "../../../../common/policy.ts";
import type { Settled } from "../../../../main/destinations/queue.ts";
import { aLinkingStore, told } from "../../../support/linking-store.ts";
import { aDestination, aRule } from "../../../support/outgoing.ts";
import { repeated } from "../../../support/repeated.ts";
import { forgotten } from "../../../support/store.ts";

const everything = (changes: Partial<Rule> = {}): Rule =>
  aRule({ kinds: alertKinds, projects: null, since: 0, ...changes });

/** A store with these rules, each with its destination. */
function ruled(...rules: readonly Rule[]) {
  const { store } = aLinkingStore();
  for (const rule of rules) {
    store.destinations.put(aDestination(rule.destination));
    store.destinations.putRule(rule);
  }
  return store;
}

const sent: Settled = { state: "sent" };
const later = (more: Partial<Extract<Settled, { state: "owed" }>> = {}): Settled => ({
  state: "owed",
  why: null,
  doubtful: false,
  refused: false,
  tried: true,
  ...more,
});
const why = { code: "slack-turned-down", args: { word: "invalid_payload" } } as const;

describe("what a change owes", () => {
  test("is kept with the change, once for each destination that wants it, with the fullest message allowed", () => {
    const store = ruled(
      everything(),
      everything({ id: "rule-2", detail: "names" }),
      everything({ id: "rule-3", destination: "url-1" }),
      everything({ id: "rule-4", destination: "url-2", kinds: ["cancelled"] }),
    );
    store.take([told({ id: "a" })]);
    expect(store.outgoing.due().toSorted()).toEqual(["slack-1", "url-1"]);
    const [slack, ...more] = store.outgoing.waiting("slack-1", 10);
    expect(more).toEqual([]);
    expect(slack).toMatchObject({
      owedAt: 7,
      endsAt: 11 * 3_600_000,
      tries: 0,
      refusals: 0,
      doubtful: false,
      message: { kind: "new", detail: "names", bookingId: "linking:a", names: { customer: "a" }, rest: null },
    });
    const [url] = store.outgoing.waiting("url-1", 10);
    expect(url?.message).toMatchObject({ detail: "time", names: null });
    expect(url?.message.id).toMatch(/^msg_[\da-f-]{36}$/);
    expect(url?.message.id).not.toBe(slack?.message.id);
  });

  test("is not owed again by what brings nothing new, nor by what is kept quietly, a test, or before the rule", () => {
    const store = ruled(everything({ since: 602_000 }));
    store.take([told({ id: "old", at: 1_000 })]);
    store.take([{ ...told({ id: "quiet", at: 3_000 }), quietly: true }]);
    store.take([{ ...told({ id: "proof", at: 3_000 }), test: true }]);
    expect(store.outgoing.due()).toEqual([]);
    for (const _ of [1, 2]) store.take([told({ id: "a", at: 3_000 })]);
    expect(store.outgoing.waiting("slack-1", 10)).toHaveLength(1);
  });

  test("of a thousand old bookings that are caught up with is nothing", () => {
    const store = ruled(everything());
    const day = 86_400_000;
    const all = Array.from({ length: 1_000 }, (_, i) => told({ id: `${i}`, at: day, hour: 10_000 }));
    store.take(all.map((one) => ({ ...one, via: "catch-up", receivedAt: 3 * day })));
    expect(store.alerts.owed()).toHaveLength(1_000);
    expect(store.outgoing.due()).toEqual([]);
  });

  test("is the move alone where its first half was not sent yet, and both where it was", () => {
    const halves = [told({ id: "a", at: 5 }), told({ id: "b", at: 6, replaces: "a", hour: 20 })];
    const store = ruled(everything());
    for (const half of halves) store.take([half]);
    expect(store.outgoing.waiting("slack-1", 10).map(({ message }) => message.kind)).toEqual(["moved"]);

    const other = ruled(everything());
    other.take([halves[0] as (typeof halves)[0]]);
    const [first] = other.outgoing.waiting("slack-1", 10);
    other.outgoing.begin([Number(first?.seq)]);
    other.take([halves[1] as (typeof halves)[0]]);
    expect(other.outgoing.waiting("slack-1", 10).map(({ message }) => message.kind)).toEqual([
      "new",
      "moved",
    ]);
  });

  test("never becomes less by another rule, and is at most one message a change and destination", () => {
    const wish = fc.record({
      kinds: fc.subarray([...alertKinds], { minLength: 1 }),
      destination: fc.constantFrom("d1", "d2"),
      detail: fc.constantFrom("time", "names", "everything"),
      on: fc.boolean(),
    });
    const step = fc.record({
      id: fc.constantFrom("a", "b", "c"),
      status: fc.constantFrom("confirmed", "cancelled", "asked", "declined"),
      hour: fc.integer({ min: 10, max: 14 }),
    });
    fc.assert(
      fc.property(
        fc.array(wish, { maxLength: 4 }),
        wish,
        fc.array(step, { minLength: 1, maxLength: 6 }),
        (wishes, more, steps) => {
          const owedBy = (all: readonly (typeof more)[]) => {
            const store = ruled(...all.map((one, i) => everything({ ...one, id: `rule-${i}` }) as Rule));
            steps.forEach((one, i) => void store.take([told({ ...one, at: i + 1 } as never)]));
            const rows = ["d1", "d2"].flatMap((destination) =>
              store.outgoing
                .waiting(destination, 99)
                .map(({ message: { kind, at } }) => `${destination} ${kind} ${at}`),
            );
            store.close();
            return rows;
          };
          const [few, many] = [owedBy(wishes), owedBy([...wishes, more])];
          expect(many).toEqual(expect.arrayContaining(few));
          expect(new Set(many).size).toBe(many.length);
        },
      ),
      { numRuns: repeated(40) },
    );
  });
});

describe("the queue", () => {
  const begun = () => {
    const store = ruled(everything());
    store.take([told({ id: "a" })]);
    store.take([told({ id: "b" })]);
    const [first] = store.outgoing.waiting("slack-1", 1);
    const seq = Number(first?.seq);
    store.outgoing.begin([seq]);
    return { store, seq, look: () => store.outgoing.waiting("slack-1", 10) };
  };
  const list = (store: ReturnType<typeof ruled>) => store.destinations.list();

  test("what was under way when Bookbell ended is doubtful at the next start, and only that", () => {
    const { store, look } = begun();
    store.outgoing.recover();
    expect(look()).toMatchObject([
      { doubtful: true, tries: 1 },
      { doubtful: false, tries: 0 },
    ]);
  });

  test("what was sent waits no more, and nothing of it is kept", () => {
    const { store, seq, look } = begun();
    store.outgoing.settle("slack-1", [seq], sent, { state: "working" });
    store.outgoing.recover();
    expect(look()).toMatchObject([{ message: { bookingId: "linking:b" } }]);
    expect(list(store)).toMatchObject([{ waiting: 1, givenUp: 0, standing: { state: "working" } }]);
  });

  test("what waits on keeps why, doubts and refusals; a try that was none is not counted", () => {
    const { store, seq, look } = begun();
    const standing = { state: "failing", since: 9, failures: 1, why } as const;
    store.outgoing.settle("slack-1", [seq], later({ why, doubtful: true, refused: true }), standing);
    expect(look()[0]).toMatchObject({ refusals: 1, doubtful: true });
    store.outgoing.begin([seq]);
    store.outgoing.settle("slack-1", [seq], later({ tried: false }), null);
    expect(store.outgoing.lines("slack-1")[0]).toMatchObject({ tries: 1, doubtful: true, why });
    expect(list(store)).toMatchObject([{ waiting: 2, standing }]);
  });

  test("what was given up is listed, can be sent again under its id, or dropped", () => {
    const { store, seq, look } = begun();
    const id = look()[0]?.message.id;
    store.outgoing.settle("slack-1", [seq], { state: "given-up", why }, null);
    expect(look()).toHaveLength(1);
    expect(store.outgoing.lines("slack-1")).toMatchObject([{}, { seq, state: "given-up", why }]);
    expect(list(store)).toMatchObject([{ waiting: 1, givenUp: 1 }]);
    store.outgoing.again(seq, 50);
    expect(look()[0]).toMatchObject({ seq, owedAt: 50, refusals: 0, tries: 0, message: { id } });
    store.outgoing.drop(seq);
    expect(look()).toHaveLength(1);
  });

  test("a stopped destination is due no more, and its messages wait", () => {
    const { store } = begun();
    const stopped = { state: "stopped", since: 9, why: { code: "slack-removed" } } as const;
    store.outgoing.settle("slack-1", [], sent, stopped);
    expect(store.outgoing.due()).toEqual([]);
    store.take([told({ id: "c" })]);
    expect(list(store)).toMatchObject([{ waiting: 3 }]);
  });

  test("a destination goes with its rules and what is owed to it", () => {
    const { store } = begun();
    store.destinations.remove("slack-1");
    expect([list(store), store.destinations.rules(), store.outgoing.lines("slack-1")]).toEqual([[], [], []]);
  });
});

describe("a customer who is forgotten", () => {
  test("is in no message any more, waiting or given up", () => {
    const store = ruled(everything({ detail: "everything" }));
    store.take([told({ id: "a" }), told({ id: "b" })]);
    const [first] = store.outgoing.waiting("slack-1", 1);
    store.outgoing.settle("slack-1", [Number(first?.seq)], { state: "given-up", why }, null);
    forgotten(store, "a@example.net");
    expect(store.outgoing.lines("slack-1")).toMatchObject([{ message: { bookingId: "linking:b" } }]);
  });
});

describe("a rule that is not there yet", () => {
  test("says what it would have sent, with the latest messages, and leaves out what it would not", () => {
    const { store } = aLinkingStore();
    for (const [i, id] of ["a", "b", "c", "d"].entries()) store.take([told({ id, at: i + 1 })]);
    store.take([told({ id: "d", at: 6, status: "cancelled" })]);
    store.take([{ ...told({ id: "e", at: 1 }), quietly: true }]);
    const past = store.destinations.past(everything({ kinds: ["new"], since: 99, on: false }), 0);
    expect(past).toMatchObject({ count: 4, more: false });
    expect(past.latest.map(({ message }) => message.bookingId)).toEqual([
      "linking:d",
      "linking:c",
      "linking:b",
    ]);
    expect(store.destinations.past(everything(), 8).count).toBe(0);
  });
});
