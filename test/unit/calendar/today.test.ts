import { expect, test } from "vitest";
import type { Agenda } from "../../../common/agenda.ts";
import { createToday } from "../../../main/calendar/today.ts";

/** How long the schedule rests after a day of so many bookings. */
async function restAfter(count: number): Promise<number> {
  const rests: number[] = [];
  const agenda: Agenda = { items: [], earlier: count, afterToday: null, everReceived: true };
  const refresh = createToday({
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
  expect(await restAfter(10)).toBeLessThan(60);
  expect(await restAfter(3_000)).toBeGreaterThanOrEqual(750);
});
