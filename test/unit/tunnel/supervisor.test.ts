import fc from "fast-check";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { WorldError } from "../../../main/lib/world-error.ts";
import { openWithinMs, type Provider } from "../../../main/tunnel/provider.ts";
import { createSupervisor } from "../../../main/tunnel/supervisor.ts";
import { aSupervisor } from "../../support/supervisor.ts";

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

test("nothing is opened before it is asked for, nor without a way or a port", async () => {
  const { supervisor, chosen, tries, settled } = aSupervisor();
  await settled();
  chosen.port = null;
  supervisor.apply();
  chosen.provider = null;
  chosen.port = 27_000;
  supervisor.apply();
  await settled();
  expect(tries).toEqual([]);
  expect(supervisor.state()).toEqual({ state: "off" });
});

test("a tunnel to the receiver's port is opened, and its address told", async () => {
  const { supervisor, up, names, last } = aSupervisor();
  await up();
  expect(last().port).toBe(27_000);
  expect(names()).toEqual(["opening", "up"]);
  expect(supervisor.state()).toEqual({ state: "up", url: "https://try-1.example.com", since: Date.now() });
});

describe("trying again", () => {
  test("comes after a pause that doubles up to eight seconds, and grows on after ten minutes; it is told when", async () => {
    const { supervisor, tries, fail, settled } = aSupervisor();
    supervisor.apply();
    await settled();
    for (const [failures, ms] of [500, 1_000, 2_000, 4_000, 4_000, 4_000].entries()) {
      await fail();
      expect(supervisor.state()).toMatchObject({
        state: "waiting",
        attempt: failures + 1,
        retryAt: Date.now() + ms,
        error: { code: "tunnel-unreachable" },
      });
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(tries).toHaveLength(failures + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(supervisor.state()).toEqual({ state: "opening", attempt: failures + 1 });
      expect(tries).toHaveLength(failures + 2);
    }
  });

  test("does not come when it cannot mend anything, until the user has done something", async () => {
    const { supervisor, tries, fail, settled } = aSupervisor();
    supervisor.apply();
    await settled();
    await fail("tunnel-refused");
    expect(supervisor.state()).toMatchObject({ state: "stuck", error: { code: "tunnel-refused" } });
    supervisor.retryNow("wake");
    supervisor.retryNow("network");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(tries).toHaveLength(1);
    supervisor.retryNow("user");
    await settled();
    expect(tries).toHaveLength(2);
  });

  test("follows the loss of a tunnel, which is closed first", async () => {
    const { supervisor, up, tries, last, settled } = aSupervisor();
    await up();
    last().lose();
    await settled();
    expect(tries[0]?.closed).toBe(true);
    expect(supervisor.state()).toMatchObject({ state: "waiting", attempt: 1 });
    await vi.advanceTimersByTimeAsync(500);
    expect(tries).toHaveLength(2);
  });

  test.each([
    ["goes on counting after a tunnel that was up for a moment", 59_999, 3],
    ["counts anew after a tunnel that was up for a minute", 60_000, 1],
  ])("%s", async (_title, ms, attempt) => {
    const { supervisor, fail, last, settled } = aSupervisor();
    supervisor.apply();
    await settled();
    await fail();
    await vi.advanceTimersByTimeAsync(500);
    await fail();
    await vi.advanceTimersByTimeAsync(1_000);
    last().succeed();
    await settled();
    await vi.advanceTimersByTimeAsync(ms);
    last().lose();
    await settled();
    expect(supervisor.state()).toMatchObject({ state: "waiting", attempt });
  });

  test("is at once after sleep, on another network and when the user asks, and goes on counting", async () => {
    for (const reason of ["wake", "network", "user"] as const) {
      const { supervisor, tries, fail, settled } = aSupervisor();
      supervisor.apply();
      await settled();
      await fail();
      supervisor.retryNow(reason);
      await settled();
      expect(tries).toHaveLength(2);
      expect(supervisor.state()).toEqual({ state: "opening", attempt: 1 });
    }
  });
});

describe("a tunnel that is up", () => {
  test.each(["wake", "network", "probe", "user"] as const)(
    "is closed and opened anew on %s, once for many calls, without an alarm",
    async (reason) => {
      const { supervisor, up, tries, names, settled } = aSupervisor();
      await up();
      for (let call = 0; call < 3; call += 1) supervisor.retryNow(reason);
      supervisor.retryNow("wake");
      await settled();
      expect(tries.map(({ closed }) => closed)).toEqual([true, false]);
      expect(names()).not.toContain("waiting");
      expect(supervisor.state()).toEqual({ state: "opening", attempt: 0 });
    },
  );

  test("is closed before the next way is opened, and a loss meanwhile is no alarm", async () => {
    const { supervisor, chosen, up, tries, names, last, settled } = aSupervisor();
    await up();
    chosen.port = 27_001;
    last().lose();
    supervisor.apply();
    await settled();
    expect(tries.map(({ port, closed }) => [port, closed])).toEqual([
      [27_000, true],
      [27_001, false],
    ]);
    expect(names()).toEqual(["opening", "up", "opening"]);
  });

  test("is closed when no way is chosen any more, and when Bookbell ends", async () => {
    for (const end of ["choice", "close"]) {
      const { supervisor, chosen, up, last, settled } = aSupervisor();
      await up();
      chosen.provider = null;
      if (end === "choice") supervisor.apply();
      else void supervisor.close();
      await settled();
      expect(last().closed).toBe(true);
      expect(supervisor.state()).toEqual({ state: "off" });
    }
  });
});

test("a failing probe is no news while there is no tunnel", async () => {
  const { supervisor, tries, fail, settled } = aSupervisor();
  supervisor.apply();
  await settled();
  supervisor.retryNow("probe");
  await fail();
  supervisor.retryNow("probe");
  await settled();
  expect(tries).toHaveLength(1);
});

describe("a provider that misbehaves", () => {
  test("and never settles is given up, and what it brings later is closed", async () => {
    const { supervisor, tries, settled } = aSupervisor({ deaf: true });
    supervisor.apply();
    await vi.advanceTimersByTimeAsync(openWithinMs + 5_000);
    expect(supervisor.state()).toMatchObject({ state: "waiting", error: { code: "tunnel-late" } });
    expect(tries[0]?.signal.aborted).toBe(true);
    tries[0]?.succeed();
    await settled();
    expect(tries[0]?.closed).toBe(true);
  });

  test("and goes on when it should stop does not hold up the end, and what it brings later is closed", async () => {
    const { supervisor, tries, settled } = aSupervisor({ deaf: true });
    supervisor.apply();
    await settled();
    const closed = supervisor.close();
    await vi.advanceTimersByTimeAsync(5_000);
    await closed;
    tries[0]?.succeed();
    await settled();
    expect(tries[0]?.closed).toBe(true);
  });

  test("and fails with a bug has it told, and is tried again", async () => {
    const { supervisor, chosen, faults, settled } = aSupervisor();
    chosen.provider = {
      ...(chosen.provider as Provider),
      open: () => Promise.reject(new TypeError("a bug")),
    };
    supervisor.apply();
    await settled();
    expect(faults).toEqual([new TypeError("a bug")]);
    expect(supervisor.state()).toMatchObject({ state: "waiting", error: { code: "internal" } });
  });

  test("and never closes does not hold up the next tunnel", async () => {
    const { supervisor, chosen, up, tries, faults, settled } = aSupervisor();
    const { open, ...rest } = chosen.provider as Provider;
    chosen.provider = {
      ...rest,
      open: async (port, signal) => ({ ...(await open(port, signal)), close: () => new Promise(() => {}) }),
    };
    await up();
    supervisor.retryNow("wake");
    await settled();
    expect(tries).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tries).toHaveLength(2);
    expect(faults).toHaveLength(1);
  });
});

test("after the end nothing begins, and nothing is told", async () => {
  const { supervisor, up, tries, states, settled } = aSupervisor();
  await up();
  await supervisor.close();
  const told = states.length;
  supervisor.apply();
  supervisor.retryNow("user");
  await settled();
  expect(tries).toHaveLength(1);
  expect(states).toHaveLength(told);
  await supervisor.close();
});

const minutes = 60_000;

test("whenever a server comes back within ten minutes, the tunnel is up within ten seconds of that", async () => {
  // How long a try takes: refused at once, or not answered; and one that succeeds.
  const ms = { refused: fc.nat(300), unanswered: fc.constant(7_500), opens: fc.nat(900) };
  const draws = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(10 * minutes),
      fc.oneof(ms.refused, ms.unanswered),
      ms.opens,
      draws,
      async (awayMs, failsAfter, opensAfter, random) => {
        const after = (wait: number) => new Promise<void>((resolve) => void setTimeout(resolve, wait));
        const backAt = Date.now() + awayMs;
        let upAt: number | null = null;
        const supervisor = createSupervisor({
          provider: () => ({
            probeEveryMs: 30_000,
            backoff: { baseMs: 500, capMs: 30_000 },
            async open() {
              const begun = Date.now();
              // A try that began while the server was away hears of its return at the system's next step, if at all.
              const heardAt = [0, 1_000, 3_000, 7_000].map((step) => begun + step).find((at) => at >= backAt);
              const heard = heardAt !== undefined && (failsAfter === 7_500 || begun >= backAt);
              await after(heard ? heardAt - begun + opensAfter : failsAfter);
              if (!heard) throw new WorldError("tunnel-unreachable");
              return { url: "https://bell.example.com", lost: new Promise(() => {}), close: async () => {} };
            },
          }),
          port: () => 27_000,
          now: Date.now,
          random: () => random.next().value,
          log: { info: () => {}, warn: () => {} },
          onFault: (error) => {
            throw error;
          },
        });
        supervisor.onState(({ state }) => {
          if (state === "up") upAt ??= Date.now();
        });
        supervisor.apply();
        await vi.advanceTimersByTimeAsync(awayMs + 10_000);
        expect(upAt).not.toBeNull();
        await supervisor.close();
      },
    ),
    { numRuns: 30 },
  );
});
