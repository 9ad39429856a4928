import type { Booking } from "./booking.ts";
import type { Tallies } from "./delivery.ts";
import type { ProjectRule, ToldKind, Treatment } from "./policy.ts";
import type { TimeFormat } from "./time.ts";
import type { TimekitView } from "./timekit.ts";
import type { ProgramView, ProofView, ReachView, TunnelSettings } from "./tunnel.ts";
import type { UpdatesView } from "./updates.ts";

/** What the schedule shows of one booking, at one moment. */
export interface AgendaItem {
  /** As far as a list shows it: without its long texts and its further customers. */
  readonly booking: Booking;
  /** How many further customers it has. */
  readonly others: number;
  /** `now` = has begun and not ended; `next` = the first to begin of those that take place. */
  readonly phase: "over" | "now" | "next" | "later";
  /** It will not take place (cancelled, declined, moved): shown struck out, with the reason. */
  readonly off: boolean;
  /** Another one that takes place is at the same time. */
  readonly clash: boolean;
  /** The host that Join leads to, as a button shows it: empty while others see the screen. Null = there is nothing to join. */
  readonly join: string | null;
}

export interface Agenda {
  /** What is still to come of today (and what is on now), in time order, all-day first. */
  readonly items: readonly AgendaItem[];
  /** How many of today that took place are over. */
  readonly earlier: number;
  /** The first booking after today that takes place, as far as a list shows it; for the empty page. */
  readonly afterToday: Booking | null;
  /** Whether any booking was ever received; until then the page explains how to connect. */
  readonly everReceived: boolean;
}

/** `port` is the one in use; `wanted` the one of the settings, which another program may hold. */
export type ReceiverView =
  | { readonly state: "starting" }
  | { readonly state: "listening"; readonly port: number; readonly wanted: number }
  | { readonly state: "failed"; readonly problem: Problem };

/** What only the user and one service may know; the page sees whether it is set, never what it is. */
export const secretNames = ["signing", "cloudflare", "ngrok", "ssh", "timekit"] as const;
export type SecretName = (typeof secretNames)[number];

export type SecretView =
  /** None set. Without a signing secret the unguessable address is the only check. */
  | { readonly state: "off" }
  /** `kept`: encrypted by the system's keyring, as plain text by the user's choice, or until Bookbell quits. */
  | { readonly state: "on"; readonly kept: "encrypted" | "plain" | "session" }
  /** One is set but cannot be read: with an unreadable signing secret deliveries are turned away. */
  | { readonly state: "unreadable" };

/** The address that Timekit posts to; the page never sees it. */
export interface AddressView {
  /**
   * `encrypted` by the system's keyring, or `plain` in the settings file where there is none. While it is `unreadable`
   * deliveries are taken all the same, but it can neither be handed out nor tried.
   */
  readonly kept: "encrypted" | "plain" | "unreadable";
  /** Until when the one before counts as well, epoch milliseconds; null = there is none, or it has ended. */
  readonly oldUntil: number | null;
  /** Timekit has the one before from the user, who has not copied this one yet. */
  readonly toCopy: boolean;
}

/** Timekit's signing secrets, beside how the newest is kept. */
export interface SigningView {
  /** When the newest was set, epoch milliseconds; null = not known, or there is none. */
  readonly setAt: number | null;
  /** So many that were set before it still count. */
  readonly earlier: number;
  /** Until when, epoch milliseconds; null = until a week after the first delivery that the newest signs. */
  readonly until: number | null;
}

/** Something in the world that went wrong: a sentence for the user, and the one thing to do about it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Everything the page shows. Main owns the truth; the page gets one whole view, then the parts that changed. */
export interface View {
  /** Main's clock, epoch milliseconds; moves on every minute while the page is open. */
  readonly now: number;
  readonly format: TimeFormat;
  readonly agenda: Agenda;
  readonly receiver: ReceiverView;
  readonly secrets: Readonly<Record<SecretName, SecretView>>;
  readonly address: AddressView;
  readonly signing: SigningView;
  /** The user has said that they know that, without a signing secret, the address is the only check. */
  readonly uncheckedKnown: boolean;
  readonly tunnel: TunnelSettings;
  readonly reach: ReachView;
  readonly cloudflared: ProgramView;
  readonly timekit: TimekitView;
  /** How far this computer's clock is ahead, milliseconds, negative = behind; null while it is right or not known. */
  readonly clockError: number | null;
  /** What came, by kind. */
  readonly tallies: Tallies;
  /** The last test booking of this run; null before the first. */
  readonly proof: ProofView | null;
  /** Where the first run stands; it can be left, and gone on with later. */
  readonly setup: SetupStep;
  /** Null while the last notification could be shown. */
  readonly notifications: Problem | null;
  /**
   * The desktop may show twice what it was drawing when Bookbell was cut off: it cannot put the second in the place of
   * the first.
   */
  readonly mayShowTwice: boolean;
  /** This desktop shows no tray icons, and the user has not said that they know. */
  readonly trayMissing: boolean;
  readonly store: Problem | null;
  /** A damaged file was set aside, and what could be read was kept: told until dismissed. */
  readonly recovered: Problem | null;
  /** Set when the settings file was unreadable at start, and a fresh one took its place. */
  readonly settingsDamaged: Problem | null;
  /** How many bookings that are not over have changed since the user looked at them. */
  readonly unseen: number;
  readonly paused: boolean;
  /** When the pause ends by itself, epoch milliseconds; null = when the user ends it. */
  readonly pausedUntil: number | null;
  /** Somebody else may see the screen: times and states are told, names and texts are not. */
  readonly presenting: boolean;
  /** When that ends by itself, epoch milliseconds; null = when the user ends it. */
  readonly presentingUntil: number | null;
  /** This system keeps the window out of a shared screen meanwhile. */
  readonly captureHidden: boolean;
  readonly settings: SettingsView;
  /** Bookbell starts, hidden, when the user logs in. */
  readonly startAtLogin: boolean;
  readonly updates: UpdatesView;
  readonly version: string;
  readonly electron: ElectronView;
}

/** What Bookbell runs on. */
export interface ElectronView {
  readonly version: string;
  /** Older than the one that it is made for, and so without the faults of Chromium mended since. */
  readonly outdated: boolean;
  /** The user has said, in this run, that they know. */
  readonly known: boolean;
}

/** How Timekit reaches this computer; connecting it; proving it. */
export const setupSteps = ["reach", "timekit", "prove", "done"] as const;
export type SetupStep = (typeof setupSteps)[number];

/** The settings the page may change. */
export interface SettingsView {
  readonly port: number;
  readonly successCode: 200 | 201 | 204;
  readonly hours: "system" | "12" | "24";
  /** Deliveries older than this many days are removed; 0 keeps them for good. */
  readonly keepDeliveriesDays: 7 | 30 | 90 | 365 | 0;
  /** Bookings that ended longer ago than this many days are removed; 0 keeps them for good. */
  readonly keepBookingsDays: 30 | 90 | 365 | 0;
  /** How many minutes before a booking starts its host is reminded; none = never. */
  readonly reminders: readonly ReminderLead[];
  /** Asks who has not opened the meeting's link two minutes after the start to do so. */
  readonly notJoined: boolean;
  readonly quietHours: QuietHours;
  /** What starts within the hour is told in quiet hours, too, and once more while nobody has looked at it. */
  readonly shortNotice: boolean;
  readonly told: Readonly<Record<ToldKind, Treatment>>;
  /** By the project's id. */
  readonly projects: Readonly<Record<string, ProjectRule>>;
  /** Notifications may sound, if the system lets them. */
  readonly sound: boolean;
  /** The window stays when something else gets the focus. */
  readonly keepOpen: boolean;
  readonly theme: "system" | "light" | "dark";
  /** Opens and hides the window from anywhere, as Electron writes it: "Control+Alt+B"; empty = none. */
  readonly hotkey: string;
  /** Looks for newer versions by itself. */
  readonly updates: boolean;
}

/** Hours in which changes are listed without a notification: "22:00" to "07:00" on the user's own clock. */
export interface QuietHours {
  readonly on: boolean;
  readonly from: string;
  readonly to: string;
}

/** Minutes; 0 = at the start. */
export const reminderLeads = [0, 5, 10, 15, 30, 60] as const;
export type ReminderLead = (typeof reminderLeads)[number];
