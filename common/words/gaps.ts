import type { GapReason } from "../tunnel.ts";
import { counted } from "./counted.ts";

/** The words for the spans in which nothing could arrive. */
export const gaps = {
  title: "When nothing could arrive",
  row: "Gaps",
  help: "When nothing could arrive, and why.",
  reasons: {
    asleep: "Computer was asleep",
    "not-running": "Bookbell was not running",
    unreachable: "Public address did not answer",
    "no-tunnel": "Tunnel was down",
    "not-kept": "Bookings could not be kept",
    "too-long-away": "Away longer than the relay keeps bookings",
  } satisfies Record<GapReason, string>,
  lasting: "Now",
  since: ({ from }: { from: string }) => `Since ${from}`,
  today: ({ time }: { time: string }) => `today ${time}`,
  underMinute: "under 1 min",
  fetched: ({ count }: { count: number }) =>
    count === 0 ? "Nothing was missed" : `${counted(count, "booking")} fetched afterwards`,
  fetchedInPart: ({ count }: { count: number }) =>
    count === 0
      ? "Bookings may be missing"
      : `${counted(count, "booking")} fetched afterwards, more may be missing`,
  notFetched: "Timekit was not asked afterwards",
  empty: { title: "No gaps", text: "Whenever Bookbell cannot receive, the time is noted here." },
} as const;
