import { expect, test } from "vitest";
import type { Agenda } from "../../../common/agenda.ts";
import { createToday } from "../../../main/calendar/today.ts";
import { lookAgainMs } from "../../../main/lib/look-again.ts";
import { aBooking, anItem } from "../../support/bookings.ts";

/** How long the schedule rests after a day of so many bookings. */
async function restAfter(count: number): Promise<number> {
  const rests: number[] = [];
  const agenda: Agenda = { items: [], earlier: count, afterToday: null, everReceived: true };
  const { refresh } = createToday({
    today: async () => agenda,
    now: () => 0,
    pause: async (ms) => void rests.push(ms),
    zone: () => "UTC",
    resource: () => null,
    onAgenda() {},
    onFault(error) {
      throw error;
    },
  });
  await Promise.all([refresh(), refresh(), refresh()]);
  expect(rests).toHaveLength(1);
  return rests[0] ?? 0;
}

test("the longer a day, the less often it is read anew while deliveries pour in", async () => {
  expect(await restAfter(10)).toBeLessThan(lookAgainMs + 10);
  expect(await restAfter(3_000)).toBeGreaterThanOrEqual(750);
});

test("today is asked for as the user has it, and told with the moment it is of", async () => {
  const agenda: Agenda = { items: [], earlier: 0, afterToday: null, everReceived: true };
  const resource = { id: "doc", name: "Doc" };
  const asked: unknown[] = [];
  const told: unknown[] = [];
  let now = 0;
  const { refresh } = createToday({
    async today(...question) {
      asked.push(question);
      now = 99;
      return agenda;
    },
    now: () => now,
    pause: async () => {},
    zone: () => "Europe/London",
    resource: () => resource,
    onAgenda: (...heard) => told.push(heard),
    onFault: (error) => expect.fail(String(error)),
  });
  await refresh();
  expect([asked, told]).toEqual([[[0, "Europe/London", resource]], [[agenda, 0]]]);
});

test("a store that fails is told of, and what was shown stays", async () => {
  const faults: unknown[] = [];
  const { refresh } = createToday({
    today: () => Promise.reject(new Error("locked")),
    now: () => 0,
    pause: async () => {},
    zone: () => "UTC",
    resource: () => null,
    onAgenda: () => expect.fail("there is none"),
    onFault: (error) => faults.push(error),
  });
  await refresh();
  expect(faults).toEqual([new Error("locked")]);
});

test("whether a meeting is on is known from when today was last read", async () => {
  let phase: "now" | "next" = "next";
  const { refresh, inMeeting } = createToday({
    today: async () => ({
      items: [anItem(aBooking(), { phase })],
      earlier: 0,
      afterToday: null,
      everReceived: true,
    }),
    now: () => 0,
    pause: async () => {},
    zone: () => "UTC",
    resource: () => null,
    onAgenda() {},
    onFault: (error) => expect.fail(String(error)),
  });
  await refresh();
  expect(inMeeting()).toBe(false);
  phase = "now";
  await refresh();
  expect(inMeeting()).toBe(true);
});
