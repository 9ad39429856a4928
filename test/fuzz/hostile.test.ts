import { expect, test } from "vitest";
import { wordingOf } from "../../main/alerts/describe.ts";
import type { StoreClient } from "../../main/store/thread/client.ts";
import { englishInLondon } from "../support/english.ts";
import { chosenSeed, randomFrom } from "../support/random.ts";
import { repeated } from "../support/repeated.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { payload } from "../support/timekit-payloads.ts";
import { leastWork } from "../support/work.ts";
import { exchange, posted } from "./exchange.ts";
import { honestRequests } from "./honest.ts";
import { heldMemory } from "./memory.ts";
import { aReceiver } from "./receiver.ts";
import { hostileRequest } from "./requests.ts";

const requests = Number(process.env.BOOKBELL_REQUESTS ?? repeated(5_000));
const atOnce = 24;
/** Room for what allocators keep; a leak of one small body a request is far more in the long run. */
const mostGrowthMb = 96;
/** How many times the work of a first booking one may be afterwards. */
const normal = 5;
const day = 86_400_000;

const limitMs = 120_000 + requests * 20;

test(`${requests} hostile requests do no harm`, { timeout: limitMs }, async () => {
  const seed = chosenSeed();
  const random = randomFrom(seed);
  const { store, file, faults, answered, port, path, zapierPath } = await aReceiver();
  const honest = honestRequests();
  const seen = new Set<number>();
  const again = `BOOKBELL_SEED=${seed}`;
  let sent = 0;

  async function sender(until: number) {
    while (sent < until) {
      sent += 1;
      if (!random.chance(0.1)) {
        const to = random.pick([path, zapierPath]);
        for (const status of await exchange(port, hostileRequest(to, random))) seen.add(status);
        continue;
      }
      const request = honest.next(random.pick([path, zapierPath]), random);
      expect(await exchange(port, request), again).toEqual(Array(request.after as number).fill(204));
    }
  }
  async function sendUntil(count: number) {
    while (sent < count) {
      const next = Math.min(count, sent + 1_000);
      await Promise.all(Array.from({ length: atOnce }, () => sender(next)));
      await tellOwed(store);
    }
  }

  const workOfOne = () => leastWork(() => exchange(port, posted(path, payload("instant.confirmed"))));

  // What a warm process needs is no growth.
  await sendUntil(Math.min(requests / 2, 5_000));
  const first = await workOfOne();
  const before = heldMemory();
  await sendUntil(requests);
  const growth = heldMemory() - before;

  await store.schedule.between(-8.64e15, 8.64e15);
  expect(faults, again).toEqual([]);
  expect(
    [...seen].filter((status) => status >= 500),
    again,
  ).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(missing(file, honest.ids), again).toEqual([]);
  const after = await workOfOne();
  console.log(
    `${again}: ${sent} requests, ${honest.ids.length} bookings, RSS ${Math.round(before)} + ${Math.round(growth)} MB, ` +
      `work of one ${first.toFixed(1)} ms, then ${after.toFixed(1)} ms; ${JSON.stringify(Object.fromEntries(answered))}, seen ${[...seen].sort()}`,
  );
  expect(growth, again).toBeLessThan(mostGrowthMb);
  expect(after, again).toBeLessThan(normal * first);
});

/** As the outbox does: whatever was taken can be read back and put into words. */
async function tellOwed(store: StoreClient) {
  for (const { seq, change, booking } of await store.alerts.owed()) {
    expect(wordingOf(change, booking, Date.now(), englishInLondon).title).not.toBe("");
    await store.alerts.resolve([{ seq, outcome: "shown", at: Date.now() }]);
  }
  // Days, as the window reads them: all that is stored would grow with it, and so would the memory that takes.
  await store.schedule.between(Date.now() - 3 * day, Date.now() + 3 * day);
}

function missing(file: string, ids: readonly string[]): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const stored = new Set(
    database
      .prepare("SELECT id FROM booking")
      .all()
      .map((row) => (row as { id: string }).id),
  );
  database.close();
  return ids.filter((id) => !stored.has(id));
}
