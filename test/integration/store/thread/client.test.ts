import { statSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../../../main/store/thread/client.ts";
import { StoreBusy } from "../../../../main/store/thread/group-commit.ts";
import { storeWorker, temporaryFolder } from "../../../support/files.ts";
import { received } from "../../../support/store.ts";
import { payloadWith } from "../../../support/timekit-payloads.ts";

async function aThread() {
  const file = path.join(temporaryFolder(), "bookings.sqlite");
  const store = await openStore(storeWorker, file, (error) => expect.fail(String(error)));
  return { store, file };
}

test("the thread takes what waits together in one commit, and each gets its own answer", async () => {
  const { store, file } = await aThread();
  onTestFinished(store.close);
  const bodies = Array.from({ length: 200 }, (_, i) =>
    received(payloadWith("instant.confirmed", { id: `b${i}` })),
  );
  const taken = await Promise.all(bodies.map((body) => store.take(body)));
  expect(taken.map((one) => "bookingId" in one && one.bookingId)).toEqual(bodies.map((_, i) => `b${i}`));
  // They shared commits of a few each: far fewer pages than 200 commits would write, a dozen and more each.
  expect(statSync(`${file}-wal`).size).toBeLessThan(200 * 4096 * 6);
});

test("too many waiting are refused at once, and those accepted are all kept", async () => {
  const { store } = await aThread();
  onTestFinished(store.close);
  const results = await Promise.allSettled(
    Array.from({ length: 2_500 }, (_, i) =>
      store.take(received(payloadWith("instant.confirmed", { id: `b${i}` }))),
    ),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ reason }) => reason instanceof StoreBusy)).toBe(true);
  expect(await store.alerts.owed()).toHaveLength(2_500 - refused.length);
});

test("a file that is no database is refused, and every call after closing fails", async () => {
  await expect(openStore(storeWorker, temporaryFolder(), () => {})).rejects.toThrow();
  const { store } = await aThread();
  await store.close();
  await expect(store.alerts.owed()).rejects.toThrow();
});
