import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Problem } from "../../common/view.ts";
import { createKeeper } from "../../main/bookings/store/keeper.ts";
import { storeWorker, temporaryFolder } from "../support/files.ts";
import { aStore, received } from "../support/store.ts";
import { payload, payloadWith } from "../support/timekit-payloads.ts";

const confirmed = received(payload("instant.confirmed"));
const numbered = (i: number) => received(payloadWith("instant.confirmed", { id: `b${i}` }));

/** A keeper of that file, and what it says, told one by one. */
function aKeeper(file: string) {
  const said: (string | null)[] = [];
  const waiting: (() => void)[] = [];
  const say = (what: string | null) => {
    said.push(what);
    for (const look of waiting.splice(0)) look();
  };
  const keeper = createKeeper({
    worker: storeWorker,
    file,
    now: () => 0,
    retryMs: 20,
    onProblem: (problem: Problem | null) => say(problem?.code ?? null),
    onRecovered: () => say("recovered"),
    onFault() {},
  });
  onTestFinished(keeper.close);
  return {
    keeper,
    said,
    /** Settles once that has been said, from now on or before. */
    async saying(what: string | null) {
      while (!said.includes(what)) await new Promise<void>((resolve) => waiting.push(resolve));
      said.splice(0, said.indexOf(what) + 1);
    },
  };
}

describe("goes on by itself once the fault is gone", () => {
  test("when the file cannot be opened", async () => {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    mkdirSync(file);
    const { keeper, saying } = aKeeper(file);
    await expect(keeper.take(confirmed)).rejects.toThrow();
    await saying("store-read-only");
    rmdirSync(file);
    await saying(null);
    expect(await keeper.take(confirmed)).toMatchObject({ verdict: "first" });
  });

  test("when another program holds the file", async () => {
    const file = path.join(temporaryFolder(), "bookings.sqlite");
    const { keeper, saying } = aKeeper(file);
    await keeper.take(confirmed);
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");
    await expect(keeper.take(numbered(1))).rejects.toThrow("locked");
    await saying("store-locked");
    other.exec("COMMIT");
    other.close();
    await saying(null);
    expect(await keeper.take(numbered(1))).toMatchObject({ verdict: "first" });
  });

  // Only root may mount a disk small enough to be filled.
  test.skipIf(process.getuid?.() !== 0)("when the disk is full: nothing acknowledged is lost", async () => {
    const disk = temporaryFolder();
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "none", disk]);
    onTestFinished(() => void execFileSync("umount", ["-l", disk]));
    const { keeper, saying } = aKeeper(path.join(disk, "bookings.sqlite"));
    const filler = path.join(disk, "filler");
    await keeper.hasAny();
    writeFileSync(filler, Buffer.alloc(1024 * 1024));
    const kept: number[] = [];
    for (let i = 0; i < 2_000; i++) {
      const ok = await keeper.take(numbered(i)).then(
        () => true,
        () => false,
      );
      if (!ok) break;
      kept.push(i);
    }
    await saying("disk-full");
    expect(kept.length).toBeLessThan(2_000);
    expect((await keeper.bookingsAfter(0)).map(({ booking }) => booking.id)).toEqual(
      kept.slice(0, 500).map((i) => `b${i}`),
    );
    rmSync(filler);
    await saying(null);
    expect(await keeper.take(numbered(9_999))).toMatchObject({ verdict: "first" });
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

  /** Overwrites a stretch with junk, as a bad disk would. */
  function scribble(file: string, from: number, length: number) {
    writeSync(openSync(file, "r+"), Buffer.alloc(length, 0xa5), 0, length, from);
  }

  test("with a page lost is set aside, and the bookings are made again from their deliveries", async () => {
    const file = aDamagedFile((file) => {
      // A page that holds bookings, whatever else the file has come to hold.
      const at = readFileSync(file).indexOf('{"id":"b150"');
      scribble(file, Math.floor(at / 4096) * 4096, 4096);
    });
    const { keeper, said, saying } = aKeeper(file);
    // Reading over the damage is what finds it.
    for (let i = 0; i < bookings && said.length === 0; i++)
      await Promise.all([keeper.take(numbered(i)), keeper.counts(), keeper.deliveries(i + 1)]).catch(
        () => {},
      );
    await saying("recovered");
    await saying(null);
    const kept = await keeper.bookingsAfter(0);
    expect(kept.length).toBeGreaterThan(bookings * 0.9);
    expect(readdirSync(path.dirname(file)).join()).toContain(
      "bookings.sqlite.damaged-1970-01-01T00-00-00.000Z",
    );
    expect(await keeper.take(numbered(5_000))).toMatchObject({ verdict: "first" });
  });

  test("that is no database any more is set aside, and a new one begun", async () => {
    const file = aDamagedFile((file, size) => scribble(file, 0, Math.min(size, 8192)));
    const { keeper, saying } = aKeeper(file);
    await saying("recovered");
    await saying(null);
    expect(await keeper.take(confirmed)).toMatchObject({ verdict: "first" });
  });
});

test("a newer Bookbell's file is left alone", async () => {
  const { store, database, file } = aStore();
  database.exec("PRAGMA user_version = 999");
  store.close();
  const { keeper, saying } = aKeeper(file);
  await saying("store-newer");
  await expect(keeper.take(confirmed)).rejects.toThrow("newer version");
});
