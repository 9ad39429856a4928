import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { WorldError } from "../../../main/lib/world-error.ts";
import { openWithinMs, type Provider, type Tunnel } from "../../../main/tunnel/provider.ts";
import { createSupervisor, type RetryReason, type TunnelState } from "../../../main/tunnel/supervisor.ts";

/** How one tunnel goes, a little slower than is allowed; times in milliseconds of a clock that the test winds. */
interface Course {
  readonly opensAfter: number;
  readonly succeeds: boolean;
  readonly lasts: number;
  readonly closesAfter: number;
  /** From the abort to the end of an opening, which may still be a tunnel. */
  readonly stopsAfter: number;
  readonly comesLate: boolean;
}

const course: fc.Arbitrary<Course> = fc.record({
  opensAfter: fc.nat(openWithinMs + 4_000),
  succeeds: fc.boolean(),
  lasts: fc.nat(100_000),
  closesAfter: fc.nat(4_000),
  stopsAfter: fc.nat(4_000),
  comesLate: fc.boolean(),
});

type Step = { readonly wait: number } | { readonly call: "apply" | "choose" | "drop" | RetryReason };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ wait: fc.nat(50_000) }),
  fc.record({ wait: fc.nat(10) }),
  fc.record({
    call: fc.constantFrom("apply", "choose", "drop", "wake", "network", "probe", "user"),
  }),
);

const after = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));

/** A provider whose tunnels go through `courses`, over and over. */
function aProvider(courses: readonly Course[]) {
  let next = 0;
  const count = { inUse: 0, most: 0 };
  const leave = () => {
    count.inUse -= 1;
  };

  const provider: Provider = {
    probeEveryMs: 30_000,
    backoff: { baseMs: 1_000, capMs: 30_000 },
    async open(_port, signal) {
      const { opensAfter, succeeds, lasts, closesAfter, stopsAfter, comesLate } = courses[
        next++ % courses.length
      ] as Course;
      count.inUse += 1;
      count.most = Math.max(count.most, count.inUse);
      const stopped = new Promise<boolean>((resolve) =>
        signal.addEventListener("abort", () => resolve(after(stopsAfter, comesLate))),
      );
      if (!(await Promise.race([after(opensAfter, succeeds), stopped]))) {
        leave();
        throw new WorldError("tunnel-unreachable");
      }
      let closing: Promise<void> | undefined;
      const tunnel: Tunnel = {
        url: "https://bell.example.com",
        lost: after(lasts, new WorldError("tunnel-ended")),
        close() {
          closing ??= after(closesAfter, undefined).then(leave);
          return closing;
        },
      };
      return tunnel;
    },
  };
  return { provider, count };
}

test("in every history there is at most one tunnel, and none after the end", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  await fc.assert(
    fc.asyncProperty(
      fc.array(course, { minLength: 1, maxLength: 6 }),
      fc.array(step, { maxLength: 30 }),
      async (courses, steps) => {
        const { provider, count } = aProvider(courses);
        const faults: unknown[] = [];
        let chosen: Provider | null = provider;
        let told: TunnelState | null = null;
        const supervisor = createSupervisor({
          provider: () => chosen,
          port: () => 27_000,
          now: Date.now,
          random: () => 0.5,
          log: { info: () => {}, warn: () => {} },
          onFault: (error) => faults.push(error),
        });
        supervisor.onState((state) => {
          told = state;
        });
        supervisor.apply();
        for (const one of steps) {
          if ("wait" in one) await vi.advanceTimersByTimeAsync(one.wait);
          else if (one.call === "apply") supervisor.apply();
          else if (one.call === "choose" || one.call === "drop") {
            chosen = one.call === "drop" ? null : provider;
            supervisor.apply();
          } else supervisor.retryNow(one.call);
          expect(supervisor.state()).toBe(told);
        }
        const closed = supervisor.close();
        await vi.advanceTimersByTimeAsync(15_000);
        await closed;
        expect(count.inUse).toBe(0);
        expect(count.most).toBeLessThanOrEqual(1);
        expect(faults).toEqual([]);
        // What is left are the imitated tunnels' own.
        vi.clearAllTimers();
      },
    ),
    { numRuns: 300 },
  );
});
