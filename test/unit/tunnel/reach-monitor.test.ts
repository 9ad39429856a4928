import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { ProblemCode } from "../../../common/problems.ts";
import { WorldError } from "../../../main/lib/world-error.ts";
import type { ProbeOf, ProbeResult } from "../../../main/tunnel/probe.ts";
import { createReach, type Reach } from "../../../main/tunnel/reach-monitor.ts";
import type { TunnelState } from "../../../main/tunnel/supervisor.ts";

const start = Date.parse("2026-11-23T09:00:00Z");
const url = "https://bell.example.com";
const opening: TunnelState = { state: "opening", attempt: 0 };
const up: TunnelState = { state: "up", url, since: start };
const waiting = (code: ProblemCode): TunnelState => ({
  state: "waiting",
  attempt: 1,
  retryAt: start,
  error: new WorldError(code),
});
const hit: ProbeResult = { ok: true, ms: 20 };
const miss: ProbeResult = { ok: false, code: "front-door-silent" };

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  onTestFinished(() => void vi.useRealTimers());
});

/** A reach whose probes come back at once as `door.says`, or take all of their five seconds while it is frozen. */
function aReach(periodMs = 30_000) {
  const door: { says: ProbeResult; frozen: boolean } = { says: hit, frozen: false };
  const probes: (ProbeOf & { at: number })[] = [];
  const told: Reach[] = [];
  const gaps: string[] = [];
  const seconds = (at: number) => (at - start) / 1000;
  const reopen = vi.fn();
  const reach = createReach({
    probe(wanted) {
      probes.push({ ...wanted, at: seconds(Date.now()) });
      if (!door.frozen) return Promise.resolve(door.says);
      return new Promise((resolve) => setTimeout(resolve, 5_000, miss));
    },
    probeEveryMs: () => periodMs,
    gaps: {
      begin: (reason, at) => gaps.push(`${reason} from ${seconds(at)}`),
      end: (reason, at) => gaps.push(`${reason} to ${seconds(at)}`),
    },
    now: Date.now,
    onFault: (error) => expect.fail(String(error)),
  });
  reach.onReopen(reopen);
  reach.onReach((now) => told.push(now));
  onTestFinished(reach.close);
  return {
    reach,
    door,
    probes,
    gaps,
    reopen,
    last: () => told.at(-1) as Reach,
    states: () => told.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]),
    pass: (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000),
    seconds: () => seconds(Date.now()),
    async receiving() {
      reach.onTunnel(opening);
      reach.onTunnel(up);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe("a tunnel that is up", () => {
  test("counts as receiving only once a probe came through", async () => {
    const { receiving, states, last } = aReach();
    await receiving();
    expect(states()).toEqual(["unknown", "receiving"]);
    expect(last()).toEqual({ state: "receiving", since: start, problem: null, checkedAt: start });
  });

  test("is tried at once and then at its pace, thoroughly once and once a day", async () => {
    const { receiving, probes, pass } = aReach(3_600_000);
    await receiving();
    await pass(25 * 3600);
    expect(probes.map(({ at }) => at / 3600)).toEqual(Array.from({ length: 26 }, (_, hour) => hour));
    expect(probes.filter(({ thorough }) => thorough).map(({ at }) => at / 3600)).toEqual([0, 24]);
  });

  test("stays receiving through a single miss, and is tried again after two seconds", async () => {
    const { receiving, door, pass, probes, states, gaps } = aReach();
    await receiving();
    door.says = miss;
    await pass(31);
    door.says = hit;
    await pass(3);
    expect(probes.map(({ at }) => at)).toEqual([0, 30, 32]);
    expect(states()).toEqual(["unknown", "receiving"]);
    expect(gaps).toEqual([]);
  });

  test("is not receiving after two misses, since when it was last well, until a probe comes through", async () => {
    const { receiving, door, pass, last, gaps } = aReach();
    await receiving();
    await pass(30);
    door.says = miss;
    await pass(32);
    expect(last()).toMatchObject({
      state: "not-receiving",
      since: start + 62_000,
      problem: { code: "front-door-silent" },
    });
    door.says = hit;
    await pass(30);
    expect(last()).toMatchObject({ state: "receiving", problem: null });
    expect(gaps).toEqual(["unreachable from 30", "unreachable to 92"]);
  });

  test("is opened anew after three misses, and more patiently when that did not help", async () => {
    const { receiving, reach, door, pass, reopen, seconds } = aReach();
    const times: number[] = [];
    reopen.mockImplementation(() => {
      times.push(seconds());
      reach.onTunnel(opening);
      reach.onTunnel(up);
    });
    door.says = miss;
    await receiving();
    await pass(1_000);
    expect(times.map(Math.round)).toEqual([32, 154, 456]);
  });

  test("that alters what is posted is asked thoroughly until it does so no more", async () => {
    const { receiving, door, pass, probes, last } = aReach();
    door.says = { ok: false, code: "front-door-altered" };
    await receiving();
    await pass(2);
    expect(last()).toMatchObject({ state: "not-receiving", problem: { code: "front-door-altered" } });
    door.says = hit;
    await pass(60);
    expect(last().state).toBe("receiving");
    expect(probes.map(({ thorough }) => thorough)).toEqual([true, true, true, false]);
  });
});

test.each([30_000, 45_000])(
  "a frozen path is told within a minute, whenever it freezes (%d ms)",
  async (period) => {
    for (let second = 0; second <= period / 1000; second += 5) {
      const { receiving, door, pass, last, seconds, reach } = aReach(period);
      await receiving();
      await pass(second);
      const frozenAt = seconds();
      door.frozen = true;
      await pass(59);
      expect(last().state).toBe("not-receiving");
      expect(last().since - start).toBeLessThan((frozenAt + 60) * 1000);
      reach.close();
      vi.setSystemTime(start);
    }
  },
);

describe("a tunnel that is down", () => {
  test("is not receiving at once, and its gap has the supervisor's reason", async () => {
    const { receiving, reach, pass, last, gaps, probes } = aReach();
    await receiving();
    await pass(10);
    reach.onTunnel(waiting("tunnel-unreachable"));
    expect(last()).toMatchObject({ state: "not-receiving", problem: { code: "tunnel-unreachable" } });
    await pass(100);
    expect(probes).toHaveLength(1);
    reach.onTunnel({ state: "opening", attempt: 1 });
    expect(last()).toMatchObject({ state: "not-receiving", since: start + 10_000 });
    reach.onTunnel(up);
    await pass(0);
    expect(last().state).toBe("receiving");
    expect(gaps).toEqual(["no-tunnel from 0", "no-tunnel to 110"]);
  });

  test("because something is not set up says so from the start", () => {
    const { reach, last } = aReach();
    reach.onTunnel(opening);
    reach.onTunnel({ state: "stuck", error: new WorldError("tunnel-unfinished") });
    expect(last()).toMatchObject({ state: "not-receiving", problem: { code: "tunnel-unfinished" } });
  });

  test("because none is wanted is no gap, and ends one", async () => {
    const { receiving, reach, last, gaps, pass } = aReach();
    await receiving();
    reach.onTunnel(waiting("tunnel-ended"));
    await pass(5);
    reach.onTunnel({ state: "off" });
    expect(last()).toMatchObject({ state: "off", problem: null, checkedAt: null });
    expect(gaps).toEqual(["no-tunnel from 0", "no-tunnel to 5"]);
    await pass(1_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("after sleep or on another network", () => {
  test("the door is tried at once", async () => {
    const { receiving, reach, pass, probes, states } = aReach();
    await receiving();
    await pass(10);
    reach.noticed();
    await pass(0);
    expect(probes.map(({ at }) => at)).toEqual([0, 10]);
    expect(states()).toEqual(["unknown", "receiving", "unknown", "receiving"]);
  });

  test("trouble that passes within twenty seconds is no alarm", async () => {
    const { receiving, reach, pass, states, gaps } = aReach();
    await receiving();
    reach.noticed();
    reach.onTunnel(opening);
    reach.onTunnel(waiting("tunnel-unreachable"));
    await pass(15);
    reach.onTunnel({ state: "opening", attempt: 1 });
    reach.onTunnel(up);
    await pass(10);
    expect(states()).toEqual(["unknown", "receiving", "unknown", "receiving"]);
    expect(gaps).toEqual([]);
  });

  test("trouble that stays is told, even when the network changes again and again", async () => {
    const { receiving, reach, door, pass, last } = aReach();
    await receiving();
    door.frozen = true;
    for (let second = 0; second < 60; second++) {
      reach.noticed();
      await pass(1);
    }
    expect(last().state).toBe("not-receiving");
  });

  test("what is not receiving stays so until a probe comes through", async () => {
    const { receiving, reach, door, pass, states } = aReach();
    await receiving();
    door.says = miss;
    await pass(32);
    reach.noticed();
    door.says = hit;
    await pass(0);
    reach.noticed();
    await pass(0);
    expect(states()).toEqual(["unknown", "receiving", "not-receiving", "receiving", "unknown", "receiving"]);
  });
});

test("a probe of a tunnel that is gone says nothing any more, and is given up", async () => {
  const { receiving, reach, door, pass, probes, last } = aReach();
  await receiving();
  door.frozen = true;
  await pass(31);
  reach.onTunnel(waiting("tunnel-ended"));
  expect(probes.at(-1)?.signal.aborted).toBe(true);
  const { checkedAt } = last();
  await pass(10);
  expect(last()).toMatchObject({ checkedAt, problem: { code: "tunnel-ended" } });
});

test("after the end nothing is tried or told, and no timer is left", async () => {
  const { receiving, reach, states, probes, pass } = aReach();
  await receiving();
  reach.noticed();
  reach.close();
  reach.onTunnel(waiting("tunnel-ended"));
  reach.noticed();
  await pass(100);
  expect(states()).toEqual(["unknown", "receiving", "unknown"]);
  expect(probes).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
