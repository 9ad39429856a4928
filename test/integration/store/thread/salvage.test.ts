import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomLimits } from "../../../../main/bookings/room-rule.ts";
import { reader } from "../../../../main/sources/registry.ts";
import { openDatabase } from "../../../../main/store/engine/driver.ts";
import { migrate } from "../../../../main/store/engine/migrations.ts";
import { salvage } from "../../../../main/store/thread/salvage.ts";
import { scribble } from "../../../support/damage.ts";
import { aSmallDisk, mayMount, temporaryFolder } from "../../../support/files.ts";
import { aFile, keptIn, numbered } from "../../../support/filled-file.ts";
import { killedAt } from "../../../support/killed.ts";
import { repeated, stride } from "../../../support/repeated.ts";
import { DatabaseSync } from "../../../support/sqlite.ts";
import { aStore } from "../../../support/store.ts";
import { aStoreSupervisor } from "../../../support/store-supervisor.ts";

/** Where the page with the last mention of that booking begins. */
const pageWith = (file: string, id: string) =>
  Math.floor(readFileSync(file).lastIndexOf(`"${id}"`) / 4096) * 4096;

/** What lies in its folder, but for what SQLite keeps beside a database while it is read. */
const names = (file: string) =>
  readdirSync(path.dirname(file))
    .filter((name) => !/-(wal|shm)$/.test(name))
    .sort();

test("killed at any of its steps, it goes on at the next start, and loses nothing", async () => {
  const whole = aFile(30);
  const before = keptIn(whole);
  let step = 1;
  for (; ; step += stride) {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    copyFileSync(whole, file);
    const killed = killedAt(step, { file, salvage: true });
    const { store, close, saying } = aStoreSupervisor(file);
    await store.file.probe().catch(() => saying(null));
    await close();
    expect(keptIn(file)).toEqual(before);
    // Whatever was killed, nothing but the file and the one set aside is left.
    expect(names(file).filter((name) => !name.startsWith("bookings.sqlite.damaged-"))).toEqual([
      "bookings.sqlite",
    ]);
    if (!killed) break;
  }
  expect(step).toBeGreaterThan(15);
  // A start for each step: a busy machine takes its time.
}, 600_000);

// Only root may mount a disk small enough to be filled.
test.skipIf(!mayMount)(
  "on a full disk it waits for room: nothing is lost, and nothing acknowledged before",
  async () => {
    const disk = aSmallDisk(32 * 1024 * 1024);
    const file = aFile(2_000, disk);
    const before = keptIn(file);
    // In a page of the delivery log, where opening does not look.
    scribble(file, pageWith(file, "b1500"), 4096);
    const filler = path.join(disk, "filler");
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 1024 * 1024));
    const { store, saying, said } = aStoreSupervisor(file, { ...roomLimits, free: 0 });
    for (let seq = 1; said.length === 0; seq += 50) await store.deliveries.page(seq).catch(() => {});
    await saying("store-damaged");
    await saying("disk-full");
    await expect(store.take(numbered(9_999))).rejects.toThrow();
    await saying("disk-full");
    await expect(store.take(numbered(9_999))).rejects.toThrow();
    expect(said).not.toContain(null);
    rmSync(filler);
    await saying("store-recovered");
    await saying(null);
    expect(await store.take(numbered(9_999))).toMatchObject({ verdict: "first" });
    const after = await store.upkeep.counts();
    expect(after["booking confirmed"]).toBe(before.bookings.length + 1);
    expect(after["delivery first"]).toBeGreaterThan(1_900);
  },
);

describe("what Bookbell 0.1.0 left when it was cut off", () => {
  /** A damaged file set aside, with all that 0.1.0 left beside it. */
  function aTrace(leave: (file: string, aside: string) => void) {
    const file = aFile(20);
    const before = keptIn(file);
    const aside = `${file}.damaged-2026-11-24T10-00-00.000Z`;
    renameSync(file, aside);
    leave(file, aside);
    return { file, before };
  }

  /** A new database of 0.1.0's. */
  function anEmptyOne(file: string, sql = "") {
    const database = openDatabase(file);
    migrate(database, 1);
    database.exec(sql);
    database.close();
  }

  test.each<[string, (file: string) => void]>([
    ["no file", () => {}],
    ["no file, and a copy half done", (file) => writeFileSync(`${file}.new`, "half")],
    ["a file made empty at the next start", (file) => anEmptyOne(file)],
    [
      "an empty file in which only gaps were kept",
      (file) =>
        anEmptyOne(
          file,
          "INSERT INTO gap(from_at, to_at, reason) VALUES (20, 30, 'asleep'); INSERT INTO meta VALUES ('alive', 40)",
        ),
    ],
  ])("%s: all is there again", async (_, leave) => {
    const { file, before } = aTrace(leave);
    const { close, saying } = aStoreSupervisor(file);
    await saying("store-recovered");
    await saying(null);
    await close();
    expect(keptIn(file)).toEqual(before);
    expect(names(file)).toEqual(["bookings.sqlite", "bookings.sqlite.damaged-2026-11-24T10-00-00.000Z"]);
    expect(await saidAtStart(file)).toEqual([]);
  });

  test.each<[string, (file: string) => void]>([
    [
      "bookings",
      (file) => {
        const { store } = aStore(file);
        store.take([numbered(7)]);
        store.close();
      },
    ],
    [
      "bookings that were let go since",
      (file) => {
        const { store, database } = aStore(file);
        store.take([numbered(7)]);
        database.exec("DELETE FROM delivery; DELETE FROM change; DELETE FROM booking");
        store.close();
      },
    ],
  ])("a file that it completed, with %s, is none of these", async (_, leave) => {
    const { file } = aTrace(leave);
    writeFileSync(`${file}.new`, "left behind");
    const before = keptIn(file);
    expect(await saidAtStart(file)).toEqual([]);
    expect(keptIn(file)).toEqual(before);
    expect(names(file)).toEqual(["bookings.sqlite", "bookings.sqlite.damaged-2026-11-24T10-00-00.000Z"]);
  });

  test("an empty file that it completed, because nothing could be read, is gone through once", async () => {
    const { file } = aTrace((file, aside) => {
      writeFileSync(aside, "junk ".repeat(2_000));
      anEmptyOne(file);
    });
    expect(await saidAtStart(file)).toEqual(["store-damaged", "store-recovered", null]);
    expect(await saidAtStart(file)).toEqual([]);
  });

  /** All that a start on that file says until it can be written to. */
  async function saidAtStart(file: string) {
    const { store, close, saying } = aStoreSupervisor(file);
    const said = await store.file.probe().then(
      () => [],
      () => saying(null),
    );
    await close();
    return said;
  }
});

test("a damaged file of a newer Bookbell is left alone", () => {
  const file = aFile(3);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA user_version = 999");
  database.close();
  expect(() => salvage(file, reader)).toThrow("newer version");
  expect(existsSync(file)).toBe(true);
});

describe("whatever is damaged", () => {
  const bookings = 60;
  const whole = () => {
    const file = aFile(bookings);
    return { file, pages: statSync(file).size / 4096 };
  };
  const damage = (pages: number) =>
    fc.record({
      page: fc.integer({ min: 1, max: pages - 1 }),
      from: fc.integer({ min: 0, max: 4095 }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }),
    });

  function salvaged(from: string, all: readonly { page: number; from: number; bytes: Uint8Array }[]) {
    const folder = mkdtempSync(path.join(path.dirname(from), "one-"));
    const file = path.join(folder, "bookings.sqlite");
    copyFileSync(from, file);
    for (const { page, from, bytes } of all)
      scribble(file, page * 4096 + from, bytes.subarray(0, 4096 - from));
    salvage(file, reader);
    const kept = keptIn(file);
    rmSync(folder, { recursive: true });
    return kept;
  }

  test("what comes of it is sound", () => {
    const { file, pages } = whole();
    fc.assert(
      fc.property(fc.array(damage(pages), { minLength: 2, maxLength: 5 }), (all) => {
        expect(salvaged(file, all).sound).toEqual({ integrity_check: "ok" });
      }),
      { numRuns: repeated(25) },
    );
  });

  test("one bad page costs no booking: what is lost of it is made again from its deliveries", () => {
    const { file, pages } = whole();
    // Without those that say what tables there are, nothing is found any more.
    const isSchema = ({ page }: { page: number }) =>
      readFileSync(file)
        .subarray(page * 4096, (page + 1) * 4096)
        .includes("CREATE ");
    fc.assert(
      fc.property(
        damage(pages).filter((one) => !isSchema(one)),
        (one) => {
          const kept = salvaged(file, [one]);
          expect(kept.sound).toEqual({ integrity_check: "ok" });
          expect(kept.bookings.length).toBeGreaterThanOrEqual(bookings);
        },
      ),
      { numRuns: repeated(25) },
    );
  });
});
