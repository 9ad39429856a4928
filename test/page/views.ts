import type { AgendaItem } from "../../common/agenda.ts";
import type { Booking, Person } from "../../common/booking.ts";
import { noTallies, type Tallies, type Tally } from "../../common/delivery.ts";
import { unknownRelay } from "../../common/relay.ts";
import { type SecretName, type SecretView, secretNames } from "../../common/secrets.ts";
import type { TimekitView } from "../../common/timekit.ts";
import type { ReachView } from "../../common/tunnel.ts";
import type { TunnelSettings } from "../../common/tunnel-settings.ts";
import type { AddressView, View } from "../../common/view.ts";
import { aBooking, anItem } from "../support/bookings.ts";
import { someSettings } from "./some-settings.ts";

type Connected = Extract<TimekitView, { state: "on" }>;

/** Every test's present: Monday 23 November 2026, 14:35 in Copenhagen. */
export const now = Date.UTC(2026, 10, 23, 13, 35);

/** "15:00" of that day, or of the day so many days later. */
export function at(clock: string, daysLater = 0): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return Date.UTC(2026, 10, 23 + daysLater, hours - 1, minutes);
}

export function person(name: string, timeZone = "Europe/Copenhagen"): Person {
  return { name, email: "marty@example.com", phone: "", timeZone };
}

export function booking(id: string, start: string, end: string, more: Partial<Booking> = {}): Booking {
  const bare = { subject: "", place: "", customer: null };
  return aBooking({ id, start: at(start), end: at(end), ...bare, ...more });
}

export const item = anItem;
const none = { state: "off" } as const;

/** The one secret as it is there, no other set. */
export function secret(name: SecretName, is: SecretView): Pick<View, "secrets"> {
  const off = Object.fromEntries(secretNames.map((one) => [one, none])) as View["secrets"];
  return { secrets: { ...off, [name]: is } };
}

const anAddress: AddressView = {
  isOpen: true,
  kept: "encrypted",
  oldUntil: null,
  toCopy: false,
  copiedHost: null,
};

/** The address as it is there; else encrypted, without another beside it. */
export function address(more: Partial<AddressView>): Pick<View, "address"> {
  return { address: { ...anAddress, ...more } };
}

const closed: AddressView = { ...anAddress, isOpen: false };
const noneOpen = { zapier: closed, calcom: closed, calendly: closed };
/** The address for Cal.com, open unless `more` says otherwise. */
export function calcom(more: Partial<AddressView>): Pick<View, "addresses"> {
  return { addresses: { ...noneOpen, calcom: { ...anAddress, ...more } } };
}

/** The address for Zapier, open unless `more` says otherwise. */
export function zapier(more: Partial<AddressView>): Pick<View, "addresses"> {
  return { addresses: { ...noneOpen, zapier: { ...anAddress, ...more } } };
}

const noTunnel: TunnelSettings = {
  kind: "off",
  cloudflared: "",
  namedUrl: "",
  ngrokDomain: "",
  ssh: { host: "", port: 22, user: "", keyFile: "", socket: "", url: "", hostKey: "" },
  ownUrl: "",
  relay: null,
};
/** That way in use, with what it needs. */
export function tunnel(
  kind: TunnelSettings["kind"],
  more: Partial<TunnelSettings> = {},
): Pick<View, "tunnel"> {
  return { tunnel: { ...noTunnel, kind, ...more } };
}

const noReach: ReachView = {
  state: "off",
  since: at("8:00"),
  problem: null,
  host: null,
  checkedAt: null,
  hostKey: null,
  moved: false,
  given: true,
};

export function reach(state: ReachView["state"], more: Partial<ReachView> = {}): Pick<View, "reach"> {
  return { reach: { ...noReach, state, since: at("9:12"), checkedAt: at("14:34"), ...more } };
}

export const tally = (count: number, more: Partial<Tally> = {}): Tally => ({
  count,
  reason: "",
  first: at("9:00"),
  last: at("14:20"),
  ...more,
});

/** So many came of each kind; none of the others. */
export const tallied = (some: Partial<Tallies>): Pick<View, "tallies"> => ({
  tallies: { ...noTallies, ...some },
});

export const connected: Connected = {
  state: "on",
  app: "Hill Valley",
  resource: null,
  webhooks: { graphs: [], registered: 0, wanted: 0, stale: false, problem: null },
  caughtUpAt: at("10:12"),
  unread: 0,
  onlyByAsking: 0,
  problem: null,
};

export function view(items: readonly AgendaItem[], more: Partial<View> = {}): View {
  return {
    now,
    format: { locale: "en-GB", zone: "Europe/Copenhagen", hourCycle: null },
    agenda: { items, earlier: 0, afterToday: null, everReceived: items.length > 0 },
    confirming: [],
    receiver: { state: "listening", port: 26655, wanted: 26655 },
    relay: unknownRelay,
    ...secret("signing", { state: "off" }),
    ...address({}),
    ...zapier({ isOpen: false }),
    uncheckedKnown: true,
    signing: { setAt: null, earlier: 0, until: null },
    tunnel: noTunnel,
    ...reach("receiving", { host: "hooks.example.com" }),
    cloudflared: { state: "missing", size: 38_200_000, version: "2026.9.1" },
    timekit: { state: "off" },
    calcom: { state: "off" },
    calcomBase: "",
    calendly: { state: "off" },
    clockError: null,
    destinations: [],
    rules: [],
    tallies: { ...noTallies, received: tally(12, { last: at("12:02") }) },
    proof: null,
    setup: "done",
    greeted: null,
    notifications: null,
    mayShowTwice: false,
    trayMissing: false,
    store: null,
    recovered: null,
    settingsDamaged: null,
    unseen: [],
    paused: false,
    pausedUntil: null,
    presenting: false,
    presentingUntil: null,
    captureHidden: false,
    settings: someSettings,
    startAtLogin: false,
    updates: { state: "elsewhere" },
    version: "0.1.0",
    electron: { version: "45.4.1", outdated: false, known: false },
    ...more,
  };
}

const marty = person("Marty McFly", "America/Los_Angeles");

/** A day with one of each: on now, next, asked for, a class, cancelled. */
export const typicalDay: readonly AgendaItem[] = [
  item(
    booking("on", "14:00", "14:50", {
      customer: person("Clara Clayton"),
      subject: "Astronomy lesson",
      place: "Hill Valley School",
    }),
    { phase: "now" },
  ),
  item(
    booking("next", "15:00", "16:00", {
      customer: marty,
      subject: "Flux capacitor review",
      place: "1640 Riverside Drive",
    }),
    { phase: "next" },
  ),
  item(
    booking("asked", "16:15", "16:45", {
      status: "asked",
      customer: person("Jennifer Parker"),
      subject: "First consultation",
    }),
  ),
  item(
    booking("class", "17:00", "18:00", {
      native: { graph: "group_owner", state: "tentative" },
      subject: "Guitar for beginners",
      place: "Room 4",
      seats: { taken: 3, max: 20 },
    }),
  ),
  item(
    booking("off", "18:30", "19:00", {
      status: "cancelled",
      by: "customer",
      customer: person("Biff Tannen"),
      subject: "Car polish",
    }),
    { off: true },
  ),
];

/** A booking of which everything is told, the texts as long as customers write them. */
export const fullBooking = booking("full", "15:00", "16:00", {
  customer: { ...marty, email: "marty.mcfly@hillvalley.example", phone: "+1 555 0142" },
  others: [person("Jennifer Parker"), person("Emmett Brown")],
  subject: "Flux capacitor review",
  place: "https://meet.google.com/abc-defg-hij",
  comment: "I may be a few minutes early or late; it depends on the lightning.",
  answers: [
    { field: "company", text: "Hill Valley High" },
    { field: "flux_capacitors", text: "yes" },
  ],
  description: "Please bring the drawings.\nParking is behind the clock tower.",
  host: { id: "doc", name: "Emmett Brown", timeZone: "Europe/Copenhagen" },
  project: { id: "p", name: "Time travel" },
});

export const someHistory = [
  { at: at("10:02", -2), change: { kind: "asked", from: null, to: null } },
  { at: at("10:13", -2), change: { kind: "confirmed", from: null, to: null } },
  {
    at: at("11:02"),
    change: { kind: "moved", from: { start: at("9:00", 1), end: at("10:00", 1) }, to: null },
  },
] as const;

export const aClash = {
  kind: "overlap",
  other: booking("other", "15:30", "16:30", { customer: person("Biff Tannen") }),
} as const;
