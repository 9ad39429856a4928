import path from "node:path";
import { expect, test } from "vitest";
import { createForget } from "../../main/store/forget.ts";
import { filesWith } from "../support/profile.ts";
import { chosenSeed, randomFrom } from "../support/random.ts";
import { payloadWith } from "../support/timekit-payloads.ts";
import { exchange, posted } from "./exchange.ts";
import { aReceiver } from "./receiver.ts";
import { hostileRequest } from "./requests.ts";

const bookings = 60;
const replays = 600;
const forgotten = "ann@example.net";

/** What Timekit posted of one booking, whose customer every third time is Ann, and what of hers nobody can read. */
function bodiesOf(i: number): Buffer[] {
  const email = i % 3 === 0 ? forgotten : `guest${i}@example.net`;
  const told = (second: number) =>
    payloadWith("instant.confirmed", {
      id: `replayed-${i}`,
      customers: [{ name: email, email }],
      updated_at: new Date(Date.UTC(2026, 10, 24, 12, 0, second)).toISOString(),
      ending: `of ${i} in ${second}`,
    });
  return [told(0), told(1), ...(i % 9 === 0 ? [Buffer.from(`{"unreadable ${i}": "${forgotten}"`)] : [])];
}

test("old deliveries of who was forgotten, in any order among hostile requests, bring nothing back", async () => {
  const seed = chosenSeed();
  const random = randomFrom(seed);
  const { store, file, faults, port, path: hook } = await aReceiver();
  const all = Array.from({ length: bookings }, (_, i) => bodiesOf(i)).flat();
  for (const body of all) await exchange(port, posted(hook, body));
  const gone: string[] = [];
  const forget = createForget({ store, now: Date.now, onGone: (ids) => gone.push(...ids) });
  // Some come while it is being done.
  const [removed] = await Promise.all([
    forget(forgotten),
    ...all.slice(0, 20).map((body) => exchange(port, posted(hook, body))),
  ]);
  expect([gone.length, removed.bookings]).toEqual([bookings / 3, bookings / 3]);

  const hers = all.filter((body) => body.includes(forgotten));
  for (let sent = 0; sent < replays; sent += 20)
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        if (random.chance(0.2)) return exchange(port, hostileRequest(hook, random));
        expect(await exchange(port, posted(hook, random.pick(hers))), `BOOKBELL_SEED=${seed}`).toEqual([204]);
      }),
    );
  expect(faults).toEqual([]);
  const left = (await store.bookings.page(0)).map(({ booking }) => booking.customer?.email);
  expect(left.filter((email) => email === forgotten)).toEqual([]);
  expect((await store.alerts.owed()).filter(({ booking }) => booking.customer?.email === forgotten)).toEqual(
    [],
  );
  expect(filesWith(path.dirname(file), [forgotten], hers)).toEqual([]);
});
