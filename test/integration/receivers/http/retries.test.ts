import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hookPath } from "../../../../main/lib/tokens.ts";
import { createConnections } from "../../../../main/receivers/http/connections.ts";
import { listenLocally } from "../../../../main/receivers/http/listen.ts";
import { openStore } from "../../../../main/store/thread/client.ts";
import { storeWorker, temporaryFolder } from "../../../support/files.ts";
import { receiverParts, takingApp } from "../../../support/receiver-parts.ts";
import { signing } from "../../../support/signing.ts";
import { createTimekit } from "../../../support/timekit.ts";
import { payload } from "../../../support/timekit-payloads.ts";

const token = "t".repeat(43);
const secret = "a signing secret";
const day = 86_400_000;

/** A receiver whose disk fails as often as told; and whose answers can get lost on their way. */
async function aReceiver() {
  const trouble = { failing: 0, losing: 0 };
  let now = 0;
  const store = await openStore(storeWorker, path.join(temporaryFolder(), "bookings.sqlite"), () => {});
  const connections = createConnections();
  const app = takingApp({
    ...receiverParts(token),
    async take(delivery) {
      if (trouble.failing-- > 0) throw new Error("disk full");
      const taken = await store.take(delivery);
      if (trouble.losing-- > 0) throw new Error("the line broke after the commit");
      return taken;
    },
    ...signing(secret),
    now: () => now,
    trust: connections.trust,
  });
  const listening = await listenLocally(app, 27_400, connections.came);
  onTestFinished(async () => {
    await listening.close();
    await store.close();
  });
  const timekit = createTimekit({ url: `http://127.0.0.1:${listening.port}${hookPath(token)}`, secret });
  const passDays = (days: number) => {
    now += days * day;
  };
  return { store, timekit, trouble, passDays };
}

test("what could not be kept is kept at the next try, once", async () => {
  const { store, timekit, trouble } = await aReceiver();
  trouble.failing = 3;
  expect((await timekit.send(payload("instant.confirmed"))).answers).toEqual([503, 503, 503, 204]);
  expect(await store.alerts.owed()).toHaveLength(1);
});

test("what was kept though Timekit never heard so is told once, however often it comes", async () => {
  const { store, timekit, trouble } = await aReceiver();
  trouble.losing = 4;
  expect((await timekit.send(payload("instant.confirmed"))).answers).toEqual([503, 503, 503, 503]);
  expect(await store.alerts.owed()).toHaveLength(1);
  expect((await store.deliveries.page(null)).lines.map(({ verdict }) => verdict)).toEqual([
    "duplicate",
    "duplicate",
    "duplicate",
    "first",
  ]);
});

test("a replay days later changes nothing that has gone on meanwhile", async () => {
  const { store, timekit, trouble, passDays } = await aReceiver();
  trouble.failing = 4;
  await timekit.send(payload("instant.confirmed"));
  expect(timekit.failed).toHaveLength(1);
  await timekit.send(payload("instant.cancelled"));
  passDays(5);
  expect((await timekit.replayFailed())[0]?.answers).toEqual([204]);
  expect((await store.bookings.page(0))[0]?.booking.status).toBe("cancelled");
  expect((await store.deliveries.page(null)).lines[0]).toMatchObject({ verdict: "stale", change: null });
  expect(await store.alerts.owed()).toHaveLength(1);
});
