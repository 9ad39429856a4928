import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { roomLimits } from "../../../../main/bookings/room-rule.ts";
import type { StoreClient } from "../../../../main/store/thread/client.ts";
import { scribble } from "../../../support/damage.ts";
import { aSmallDisk, mayMount, temporaryFolder } from "../../../support/files.ts";
import { DatabaseSync } from "../../../support/sqlite.ts";
import { aStore, received } from "../../../support/store.ts";
import { aStoreSupervisor } from "../../../support/store-supervisor.ts";
import { payload, payloadWith } from "../../../support/timekit-payloads.ts";

const confirmed = received(payload("instant.confirmed"));
const numbered = (i: number) => received(payloadWith("instant.confirmed", { id: `b${i}` }));

test("a question that the store can make nothing of is no fault of the disk", async () => {
  const { store, said } = aStoreSupervisor(path.join(temporaryFolder(), "bookings.sqlite"));
  await expect(store.schedule.between({} as never, 0)).rejects.toMatchObject({ code: /^ERR_/ });
  expect(await store.take(confirmed)).toMatchObject({ verdict: "first" });
  expect(said).toEqual([]);
});

describe("goes on by itself once the fault is gone", () => {
  test("when the file cannot be opened", async () => {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    mkdirSync(file);
    const { store, saying } = aStoreSupervisor(file);
    await expect(store.take(confirmed)).rejects.toThrow();
    await saying("store-read-only");
    rmdirSync(file);
    await saying(null);
    expect(await store.take(confirmed)).toMatchObject({ verdict: "first" });
  });

  test("when another program holds the file", async () => {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    const { store, saying } = aStoreSupervisor(file);
    await store.take(confirmed);
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.take(numbered(1))).rejects.toThrow("locked");
    await saying("store-locked");
    other.exec("COMMIT");
    other.close();
    await saying(null);
    expect(await store.take(numbered(1))).toMatchObject({ verdict: "first" });
  });

  test.skipIf(!mayMount)("when the disk is full: nothing acknowledged is lost", async () => {
    const disk = aSmallDisk(2 * 1024 * 1024);
    const { store, saying } = aStoreSupervisor(path.join(disk, "bookings.sqlite"), {
      ...roomLimits,
      free: 0,
    });
    const filler = path.join(disk, "filler");
    await store.file.probe();
    writeFileSync(filler, Buffer.alloc(1024 * 1024));
    const kept: number[] = [];
    for (let i = 0; i < 2_000; i++) {
      const ok = await store.take(numbered(i)).then(
        () => true,
        () => false,
      );
      if (!ok) break;
      kept.push(i);
    }
    await saying("disk-full");
    expect(kept.length).toBeLessThan(2_000);
    expect((await store.bookings.page(0)).map(({ booking }) => booking.id)).toEqual(
      kept.slice(0, 500).map((i) => `b${i}`),
    );
    rmSync(filler);
    await saying(null);
    expect(await store.take(numbered(9_999))).toMatchObject({ verdict: "first" });
  });
});

// Windows keeps others from moving a file that is open.
describe.skipIf(process.platform === "win32")("what another program does to the open file", () => {
  const ids = async (store: StoreClient) => (await store.bookings.page(0)).map(({ booking }) => booking.id);

  async function anOpenFile() {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    const kept = aStoreSupervisor(file);
    await kept.store.take(numbered(1));
    return { file, wal: `${file}-wal`, ...kept };
  }

  /** All that is found under its name by somebody else, as after a kill. */
  function foundIn(file: string) {
    const folder = temporaryFolder();
    for (const suffix of ["", "-wal"])
      if (existsSync(file + suffix)) copyFileSync(file + suffix, path.join(folder, `copy${suffix}`));
    const database = new DatabaseSync(path.join(folder, "copy"));
    const rows = database.prepare("SELECT id FROM booking ORDER BY pk").all() as { id: string }[];
    database.close();
    return rows.map(({ id }) => id);
  }

  test.each<[string, (file: string, wal: string) => void, string | null]>([
    ["its journal taken away", (_, wal) => rmSync(wal), null],
    [
      "its journal replaced",
      (_, wal) => {
        rmSync(wal);
        writeFileSync(wal, "something else");
      },
      null,
    ],
    ["moved", (file) => renameSync(file, `${file}.moved`), "store-restored"],
    [
      "replaced by a folder",
      (file) => {
        renameSync(file, `${file}.moved`);
        mkdirSync(file);
      },
      "store-restored",
    ],
    [
      "replaced by another one",
      (file) => {
        const other = aStore();
        other.store.take([numbered(77)]);
        other.store.close();
        rmSync(file);
        renameSync(other.file, file);
      },
      "store-restored",
    ],
  ])("%s: nothing is acknowledged that is not there, and nothing is lost", async (_, act, said) => {
    const { file, wal, store, saying } = await anOpenFile();
    act(file, wal);
    await expect(store.take(numbered(2))).rejects.toThrow("taken away");
    await saying("store-moved");
    if (said) await saying(said);
    await saying(null);
    await store.take(numbered(2));
    expect(await ids(store)).toEqual(["b1", "b2"]);
    expect(foundIn(file)).toEqual(["b1", "b2"]);
  });
});

describe("a damaged file", () => {
  const bookings = 300;

  function aDamagedFile(damage: (file: string, size: number) => void) {
    const { store, file } = aStore();
    store.take(Array.from({ length: bookings }, (_, i) => numbered(i)));
    store.close();
    damage(file, statSync(file).size);
    return file;
  }

  test("with a page lost is set aside, and the bookings are made again from their deliveries", async () => {
    const file = aDamagedFile((file) => {
      // A page that holds bookings, whatever else the file has come to hold.
      const at = readFileSync(file).indexOf('{"id":"b150"');
      scribble(file, Math.floor(at / 4096) * 4096, 4096);
    });
    const { store, said, saying } = aStoreSupervisor(file);
    // Reading over the damage is what finds it.
    for (let i = 0; i < bookings && said.length === 0; i++)
      await Promise.all([store.take(numbered(i)), store.upkeep.counts(), store.deliveries.page(i + 1)]).catch(
        () => {},
      );
    await saying("store-recovered");
    await saying(null);
    const kept = await store.bookings.page(0);
    expect(kept.length).toBeGreaterThan(bookings * 0.9);
    expect(readdirSync(path.dirname(file)).join()).toMatch(
      /bookings\.sqlite\.damaged-\d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z/,
    );
    expect(await store.take(numbered(5_000))).toMatchObject({ verdict: "first" });
  });

  test("that is no database any more is set aside, and a new one begun", async () => {
    const file = aDamagedFile((file, size) => scribble(file, 0, Math.min(size, 8192)));
    const { store, saying } = aStoreSupervisor(file);
    await saying("store-recovered");
    await saying(null);
    expect(await store.take(confirmed)).toMatchObject({ verdict: "first" });
  });
});

test("a newer Bookbell's file is left alone", async () => {
  const { store: newer, database, file } = aStore();
  database.exec("PRAGMA user_version = 999");
  newer.close();
  const { store, saying } = aStoreSupervisor(file);
  await saying("store-newer");
  await expect(store.take(confirmed)).rejects.toThrow("newer version");
});
