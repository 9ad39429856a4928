import { expect, test } from "vitest";
import { createRepeat } from "../../../main/alerts/repeat.ts";
import { exampleAt } from "../../support/example.ts";
import { aStore, asClient, received } from "../../support/store.ts";

const minute = 60_000;
const noon = Date.parse("2026-11-23T12:00Z");

/** A booking that starts so many minutes after noon, shown at noon; and what is repeated of it. */
function shownAtNoon(startsIn: number, allowed = true) {
  const { store } = aStore();
  const clock = { now: noon };
  const span = [new Date(noon + startsIn * minute), new Date(noon + (startsIn + 30) * minute)] as const;
  const deliver = (changes: object = {}) =>
    store.take([received(exampleAt(clock.now, ...span, changes), clock.now)]);
  const settle = () =>
    store.alerts.resolve(store.alerts.owed().map(({ seq }) => ({ seq, outcome: "shown", at: clock.now })));
  const said: string[] = [];
  const repeat = createRepeat({
    store: asClient(store),
    allowed: () => allowed,
    wanted: () => true,
    async show({ change }) {
      said.push(`${change.kind} at ${(clock.now - noon) / minute}`);
      return "shown";
    },
    now: () => clock.now,
    onFault: (error) => {
      throw error;
    },
  });
  deliver();
  settle();
  const at = async (minutes: number) => {
    clock.now = noon + minutes * minute;
    await repeat();
  };
  return { store, deliver, settle, said, at, clock };
}

test("what starts within the hour and was not looked at is said once more, after five minutes", async () => {
  const { said, at } = shownAtNoon(40);
  for (const minutes of [1, 4, 5, 6, 20, 39]) await at(minutes);
  expect(said).toEqual(["new at 5"]);
});

test.each([
  ["starts later than that", 90, [5, 29]],
  ["has begun meanwhile", 4, [5, 6]],
  ["was told hours before it starts", 180, [130, 170]],
])("a booking that %s is not", async (_what, startsIn, times) => {
  const { said, at } = shownAtNoon(startsIn);
  for (const minutes of times) await at(minutes);
  expect(said).toEqual([]);
});

test("neither is one that was looked at, nor any while that is not allowed", async () => {
  const seen = shownAtNoon(40);
  const [id = ""] = seen.store.news.unseen(noon);
  seen.store.news.markSeen(id, noon + minute);
  await seen.at(6);
  const silent = shownAtNoon(40, false);
  await silent.at(6);
  expect([...seen.said, ...silent.said]).toEqual([]);
});

test("only the last change of a booking counts", async () => {
  const { said, at, clock, deliver, settle } = shownAtNoon(50);
  clock.now = noon + 3 * minute;
  deliver({ state: "cancelled_by_customer" });
  settle();
  for (const minutes of [5, 7, 8, 9]) await at(minutes);
  expect(said).toEqual(["cancelled at 8"]);
});
