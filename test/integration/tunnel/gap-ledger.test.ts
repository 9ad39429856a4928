import { describe, expect, test } from "vitest";
import type { Store } from "../../../main/store/store.ts";
import { createGapLedger, type GapLedgerParts } from "../../../main/tunnel/gap-ledger.ts";
import { aStore, asClient } from "../../support/store.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const spans = (store: Store) => store.gaps.list().map(({ from, to, reason }) => [from, to, reason]);

describe("the ledger", () => {
  function aLedger(changes: Partial<GapLedgerParts> = {}) {
    const { store } = aStore();
    const disk = { full: false };
    const faults: unknown[] = [];
    const clock = { at: 0 as number, elapsed: null as number | null };
    const ledger = createGapLedger({
      store: asClient(store, () => {
        if (disk.full) throw new Error("FULL");
      }),
      wanted: () => true,
      keptMs: () => 0,
      now: () => clock.at,
      elapsed: () => clock.elapsed ?? clock.at,
      onFault: (error) => faults.push(error),
      ...changes,
    });
    return { ledger, store, disk, faults, clock };
  }

  test("keeps in order what the disk could not take when it happened", async () => {
    const { ledger, store, disk, faults } = aLedger();
    ledger.start();
    disk.full = true;
    ledger.begin("not-kept", 10);
    await ledger.minute();
    ledger.end("not-kept", 20);
    ledger.stoodStill({ from: 30, to: 40, reason: "asleep" });
    expect(faults.length).toBeGreaterThan(0);
    disk.full = false;
    await ledger.minute();
    expect(spans(store)).toEqual([
      [30, 40, "asleep"],
      [10, 20, "not-kept"],
    ]);
    store.close();
  });

  test("leaves the gap open while another reason is left", async () => {
    const { ledger, store } = aLedger();
    ledger.start();
    ledger.begin("unreachable", 10);
    ledger.begin("not-kept", 20);
    ledger.begin("not-kept", 25);
    ledger.end("unreachable", 30);
    ledger.end("not-kept", 40);
    ledger.end("not-kept", 50);
    await ledger.minute();
    expect(spans(store)).toEqual([
      [30, 40, "not-kept"],
      [10, 30, "unreachable"],
    ]);
    store.close();
  });

  test("knows how long a gap lasted, whatever the clock is set to meanwhile", async () => {
    for (const jump of [-2 * day, 2 * day]) {
      const { ledger, store, clock } = aLedger();
      clock.at = 9 * day;
      clock.elapsed = 0;
      ledger.start();
      ledger.begin("unreachable", 9 * day - minute);
      clock.at += jump + 20 * minute;
      clock.elapsed += 20 * minute;
      ledger.end("unreachable", clock.at);
      await ledger.minute();
      expect(spans(store)).toEqual([[clock.at - 21 * minute, clock.at, "unreachable"]]);
      store.close();
    }
  });

  test("beats every minute, so that the next run knows when this one ended", async () => {
    const { ledger, store, clock } = aLedger();
    ledger.start();
    clock.at = 5 * minute;
    await ledger.minute();
    clock.at = 60 * minute;
    ledger.start();
    await ledger.minute();
    expect(spans(store)).toEqual([[5 * minute, 60 * minute, "not-running"]]);
    store.close();
  });

  test("a heartbeat, or a fault, before the start hides nothing of the time when Bookbell did not run", async () => {
    const { ledger, store, clock } = aLedger();
    ledger.start();
    await ledger.minute();
    clock.at = 60 * minute;
    const { ledger: next } = aLedger({ store: asClient(store), now: () => clock.at });
    await next.minute();
    next.begin("not-kept", 61 * minute);
    clock.at = 62 * minute;
    next.start();
    await next.minute();
    expect(spans(store)).toEqual([
      [62 * minute, null, "not-kept"],
      [0, 62 * minute, "not-running"],
    ]);
    store.close();
  });

  test("knows no sleep while no tunnel is wanted", async () => {
    const { ledger, store } = aLedger({ wanted: () => false });
    ledger.start();
    ledger.stoodStill({ from: 10, to: 20, reason: "not-running" });
    await ledger.minute();
    expect(store.gaps.list()).toEqual([]);
    store.close();
  });

  describe("where somebody else keeps for a day what arrives meanwhile", () => {
    const kept = { keptMs: () => day };

    test("keeps no gap of sleep, a lost connection or a full disk, which are late and not lost", async () => {
      const { ledger, store } = aLedger(kept);
      ledger.start();
      ledger.stoodStill({ from: 10, to: 20, reason: "asleep" });
      ledger.begin("no-tunnel", 30);
      ledger.begin("not-kept", 40);
      ledger.end("no-tunnel", 50);
      ledger.end("not-kept", 60);
      await ledger.minute();
      expect(spans(store)).toEqual([]);
      store.close();
    });

    test("keeps one of the front door, which Timekit could not reach", async () => {
      const { ledger, store } = aLedger(kept);
      ledger.start();
      ledger.begin("unreachable", 10);
      ledger.end("unreachable", 20);
      await ledger.minute();
      expect(spans(store)).toEqual([[10, 20, "unreachable"]]);
      store.close();
    });

    test("keeps what of an absence was longer, whoever was away how often meanwhile", async () => {
      const { ledger, store, clock } = aLedger(kept);
      ledger.start();
      ledger.contact();
      await ledger.minute();
      for (const at of [17 * hour, 34 * hour]) {
        clock.at = at;
        const { ledger: next } = aLedger({ ...kept, store: asClient(store), now: () => clock.at });
        next.start();
        next.stoodStill({ from: at - 100, to: at, reason: "asleep" });
        await next.minute();
      }
      ledger.contact();
      clock.at = 36 * hour;
      ledger.contact();
      await ledger.minute();
      expect(spans(store)).toEqual([[0, 10 * hour, "too-long-away"]]);
      store.close();
    });
  });
});
