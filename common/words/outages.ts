import type { GapReason } from "../tunnel.ts";
import { counted } from "./counted.ts";

/** The words for the spans in which nothing could arrive. */
export const outages = {
  titles: {
    asleep: ({ length }: { length: string }) => `Asleep for ${length}`,
    "not-running": ({ length }: { length: string }) => `Not running for ${length}`,
    unreachable: ({ length }: { length: string }) => `Offline for ${length}`,
    "no-tunnel": ({ length }: { length: string }) => `Offline for ${length}`,
    "not-kept": ({ length }: { length: string }) => `Offline for ${length}`,
    "too-long-away": ({ length }: { length: string }) => `Nothing stored for ${length}`,
  } satisfies Record<GapReason, (lasted: { length: string }) => string>,
  reasons: {
    asleep: "The computer was asleep",
    "not-running": "Bookbell wasn’t running",
    unreachable: "The public URL didn’t respond",
    "no-tunnel": "The tunnel was down",
    "not-kept": "Bookings couldn’t be saved",
    "too-long-away": "You were away longer than the relay keeps bookings",
  } satisfies Record<GapReason, string>,
  lasting: "Now",
  until: ({ to }: { to: string }) => `Until ${to}`,
  underMinute: "under 1 min",
  recovered: ({ count }: { count: number }) =>
    count === 0 ? "Nothing was missed" : `${counted(count, "booking")} recovered`,
  recoveredInPart: ({ count }: { count: number }) =>
    count === 0 ? "Bookings may be missing" : `${counted(count, "booking")} recovered, more may be missing`,
  notChecked: "Not checked with Timekit",
  check: "Check with Timekit now",
  connect: "Connect Timekit",
  checked: "Checked with Timekit",
} as const;
