import type { ActivityLine, HowTold } from "../../common/activity.ts";
import type { Booking } from "../../common/booking.ts";
import type { Change } from "../../common/change.ts";
import type { Gap } from "../../common/tunnel.ts";
import { at, booking, person } from "./views.ts";

type ChangeLine = Extract<ActivityLine, { kind: "change" }>;

const announced = { how: "announced", afterMs: 320, waited: false, again: false } as const;
const silent = (
  outcome: Extract<HowTold, { how: "silent" }>["outcome"],
  why: Extract<HowTold, { how: "silent" }>["why"] = null,
): HowTold => ({ how: "silent", outcome, why });

/** A change of a booking that was announced, as a line. */
export const changeOf = (seq: number, of: Booking, more: Partial<ChangeLine> = {}): ChangeLine => ({
  kind: "change",
  key: `change ${seq}`,
  at: at("14:20"),
  seen: false,
  change: { kind: "new", from: null, to: null },
  booking: of,
  told: announced,
  ...more,
});

const outage = (gap: Gap): ActivityLine => ({ kind: "outage", key: `outage ${gap.from}`, at: gap.from, gap });
const changed = (kind: Change["kind"], more: Partial<Change> = {}): Change => ({
  kind,
  from: null,
  to: null,
  ...more,
});
const of = (id: string, name: string) => booking(id, "17:00", "18:00", { customer: person(name) });

/** A line of each kind, in the order of a day. */
export const someActivity: readonly ActivityLine[] = [
  {
    kind: "refused",
    key: "refused 9",
    at: at("14:25"),
    count: 3,
    reason: { code: "signature" },
    seq: 11,
  },
  changeOf(8, of("n8", "Marty McFly"), { at: at("14:20") }),
  outage({ from: at("13:40"), to: at("13:55"), reason: "no-tunnel", fetched: 2, whole: true }),
  changeOf(7, of("n7", "Biff Tannen"), {
    at: at("13:30"),
    seen: true,
    change: changed("details", { details: ["place"] }),
    told: silent("quiet", { code: "kind", kind: "details" }),
  }),
  {
    kind: "unreadable",
    key: "unreadable 4",
    at: at("12:40"),
    count: 1,
    reason: { code: "not-json" },
    seq: 4,
  },
  changeOf(6, of("n6", "Linda McFly"), {
    at: at("12:02"),
    told: silent("paused", { code: "paused", until: at("13:00") }),
  }),
  changeOf(5, of("n5", "Dr. Emmett Lathrop Brown of Hill Valley, California, and all his friends"), {
    at: at("11:02"),
    seen: true,
    change: changed("moved", { from: { start: at("10:00"), end: at("10:30") } }),
    told: { ...announced, afterMs: 12_400, waited: true },
  }),
  outage({ from: at("22:05", -1), to: at("7:30"), reason: "asleep", fetched: 0, whole: true }),
  changeOf(3, of("n3", "Goldie Wilson"), {
    at: at("20:40", -1),
    seen: true,
    change: changed("cancelled"),
    told: silent("quiet", { code: "quiet-hours", until: "07:00" }),
  }),
  outage({ from: at("18:00", -5), to: at("9:00", -2), reason: "not-running", fetched: null, whole: true }),
];

/** A change of each outcome, for whoever asks why. */
export const everyTold: readonly HowTold[] = [
  announced,
  { ...announced, afterMs: 4, again: true },
  { ...announced, afterMs: 65_000, waited: true },
  { how: "waiting", tried: true },
  { how: "waiting", tried: false },
  { how: "together" },
  silent("ignored", { code: "kind", kind: "cancelled" }),
  silent("ignored", { code: "project" }),
  silent("ignored", { code: "resource" }),
  silent("quiet", { code: "kind", kind: "held" }),
  silent("quiet", { code: "project" }),
  silent("quiet", { code: "no-rule" }),
  silent("quiet", { code: "quiet-hours", until: "07:00" }),
  silent("paused", { code: "paused", until: null }),
  silent("past"),
  silent("seen"),
  silent("failed"),
  silent("known"),
  silent("quiet"),
  silent("ignored"),
];
