import { randomBytes } from "node:crypto";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { hookPath } from "../../../../main/lib/tokens.ts";
import { listenLocally } from "../../../../main/receivers/http/listen.ts";
import { createForget } from "../../../../main/store/forget.ts";
import { aSmallDisk, mayMount, temporaryFolder } from "../../../support/files.ts";
import { receiverParts, takingApp } from "../../../support/receiver-parts.ts";
import { aStore, received } from "../../../support/store.ts";
import { aStoreSupervisor } from "../../../support/store-supervisor.ts";
import { payloadWith } from "../../../support/timekit-payloads.ts";

const token = "t".repeat(43);
const mib = 1024 * 1024;
const hour = 3_600_000;

/** The real receiver in front of a store that may take so much. */
async function anIntake(file: string, limits: { posted: number; free: number }) {
  const kept = aStoreSupervisor(file, limits);
  const app = takingApp({
    take: kept.store.take,
    ...receiverParts(token),
  });
  const listening = await listenLocally(app, 27_300, () => {});
  onTestFinished(listening.close);
  const url = `http://127.0.0.1:${listening.port}${hookPath(token)}`;
  const post = (body: Buffer) =>
    fetch(url, { method: "POST", body: body as BodyInit, headers: { "content-type": "application/json" } });
  const ids = async () => (await kept.store.bookings.page(0)).map(({ booking }) => booking.id);
  return { ...kept, post, ids };
}

/** Bookings that do not compress, so that one takes about as much as it is long. */
const large = (i: number, bytes: number) =>
  payloadWith("instant.confirmed", { id: `b${i}`, filler: randomText(bytes) });

const randomText = (bytes: number) => randomBytes(Math.ceil(bytes * 0.75)).toString("base64");

test("a flood is kept up to its budget, then sent away, and told; what Timekit is asked for is kept all the same", async () => {
  const file = path.join(temporaryFolder(), "bookings.sqlite");
  const { store, clock, said, saying, post, ids } = await anIntake(file, { posted: 4 * mib, free: 0 });
  const taken: string[] = [];
  let refused: Response | undefined;
  // A budget of 4 MiB that let 200 bodies of 60 KB through would be none.
  for (let i = 0; i < 200 && !refused; i++) {
    const answer = await post(large(i, 60_000));
    if (answer.status === 204) taken.push(`b${i}`);
    else refused = answer;
  }
  expect(refused?.status).toBe(503);
  expect(refused?.headers.get("retry-after")).toMatch(/^\d+$/);
  await saying("store-flooded");
  for (let i = 0; i < 20; i++) expect((await post(large(900 + i, 10))).status).toBe(503);
  expect(new Set(said)).toEqual(new Set(["store-flooded"]));

  const fetched = {
    source: "timekit" as const,
    receivedAt: 7,
    via: "catch-up" as const,
    headers: {},
    body: large(500, 60_000),
  };
  expect(await store.take(fetched)).toMatchObject({ verdict: "first" });
  clock.elapsed += hour;
  await saying(null);
  expect((await post(large(900, 10))).status).toBe(204);
  expect(await ids()).toEqual([...taken, "b500", "b900"]);
});

test("repeats of one signed delivery are counted, and make the file grow by next to nothing", () => {
  const { store, database } = aStore();
  const delivery = received(large(1, 100_000));
  store.take([delivery]);
  store.file.room();
  for (let i = 0; i < 304; i++) expect(store.take([delivery])).toMatchObject([{ verdict: "duplicate" }]);
  // The twenty that have a line of their own; each took 200 bytes, and before that its body.
  expect(store.file.room().grown).toBeLessThanOrEqual(12 * 1024);
  const { lines } = store.deliveries.page(null);
  expect(lines.map(({ again }) => again)).toEqual([284, ...Array(20).fill(0)]);
  expect(store.tallies.get().received?.count).toBe(305);

  // What the user takes in again is a line all the same, and what is counted goes with its lines.
  store.take([{ ...delivery, via: "replay" }]);
  expect(store.deliveries.page(null).lines[0]).toMatchObject({
    via: "replay",
    verdict: "duplicate",
    again: 0,
  });
  database.exec("DELETE FROM delivery WHERE first IS NOT NULL");
  store.take([delivery]);
  expect(store.deliveries.page(null).lines).toHaveLength(2);
  store.close();
});

describe.skipIf(!mayMount)("a disk that is almost full", () => {
  test("keeps nothing more, says so before a booking comes, and goes on by itself", async () => {
    const disk = aSmallDisk(32 * mib);
    const filler = path.join(disk, "filler");
    const { store, said, saying, post, ids } = await anIntake(path.join(disk, "bookings.sqlite"), {
      posted: 1_024 * mib,
      free: 1.5 * mib,
    });
    expect((await post(large(1, 10))).status).toBe(204);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - mib));
    // As every minute.
    await store.minute();
    await saying("disk-low");
    expect((await post(large(2, 10))).status).toBe(503);
    expect(await ids()).toEqual(["b1"]);
    const forget = createForget({ store: store, now: Date.now, onGone() {} });
    expect(await forget("nobody@example.com")).toMatchObject({ bookings: 0 });
    expect(new Set(said)).toEqual(new Set(["disk-low"]));
    rmSync(filler);
    await saying(null);
    expect((await post(large(2, 10))).status).toBe(204);
    expect(await ids()).toEqual(["b1", "b2"]);
  });

  test("is noticed while a flood fills it, with room left", async () => {
    const disk = aSmallDisk(32 * mib);
    const { saying, post } = await anIntake(path.join(disk, "bookings.sqlite"), {
      posted: 1_024 * mib,
      free: 1.5 * mib,
    });
    let status = 204;
    for (let i = 0; i < 1_000 && status === 204; i++) status = (await post(large(i, 100_000))).status;
    expect(status).toBe(503);
    expect(await saying("disk-low")).toEqual(["disk-low"]);
    const { bavail, bsize } = statfsSync(disk);
    expect(bavail * bsize).toBeGreaterThan(0);
  });
});
