import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Unannounced } from "../../../common/news.ts";
import { createUnannounced, unannouncedText } from "../../../renderer/state/unannounced.ts";

const now = Date.parse("2026-11-23T12:00Z");
const format = { locale: "en-GB", zone: "Europe/London", hourCycle: null } as const;
const one = (more: Partial<Unannounced> = {}): Unannounced => ({
  bookingId: "b",
  start: now,
  outcome: "past",
  why: null,
  ...more,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the latest is shown for ten seconds, and spoken once", () => {
  const spoken: Unannounced[] = [];
  const { latest, came } = createUnannounced((booking) => spoken.push(booking));
  came(one());
  vi.advanceTimersByTime(9_000);
  came(one({ bookingId: "c" }));
  vi.advanceTimersByTime(9_999);
  expect(latest.value?.bookingId).toBe("c");
  vi.advanceTimersByTime(1);
  expect(latest.value).toBeNull();
  expect(spoken.map(({ bookingId }) => bookingId)).toEqual(["b", "c"]);
});

test.each<[Partial<Unannounced>, string]>([
  [
    { start: Date.parse("2017-12-05T09:00Z") },
    "Received a booking for Tue, 5 Dec 2017, already over: not announced.",
  ],
  [{ outcome: "paused" }, "Received a booking for 12:00, not announced: notifications are paused."],
  [
    { outcome: "quiet", start: now + 86_400_000 },
    "Received a booking for Tue, 24 Nov, listed only: not announced.",
  ],
  [
    { outcome: "quiet", why: { code: "quiet-hours", until: "07:00" } },
    "Received a booking for 12:00, not announced: quiet hours.",
  ],
  [{ outcome: "ignored", start: null }, "Received a booking, not announced, as you chose."],
])("%j is said as it is", (more, said) => {
  // The formats of Node and of the page differ in a comma.
  expect(unannouncedText(one(more), now, format).replace(/(Tue),? (\d)/, "$1, $2")).toBe(said);
});
