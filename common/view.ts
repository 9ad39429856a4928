import type { Agenda } from "./agenda.ts";
import type { CalcomView } from "./calcom.ts";
import type { CalendlyView } from "./calendly.ts";
import type { Confirming } from "./confirming.ts";
import type { Tallies } from "./delivery.ts";
import type { DestinationView } from "./destination-view.ts";
import type { Rule } from "./destinations.ts";
import type { Problem } from "./problems.ts";
import type { RelayView } from "./relay.ts";
import type { SecretName, SecretView } from "./secrets.ts";
import type { Setup } from "./setting-choices.ts";
import type { SettingsView } from "./settings.ts";
import type { AddedSource } from "./sources.ts";
import type { TimeFormat } from "./time.ts";
import type { TimekitView } from "./timekit.ts";
import type { ProgramView, ProofView, ReachView } from "./tunnel.ts";
import type { TunnelSettings } from "./tunnel-settings.ts";
import type { UpdatesView } from "./updates.ts";

/** `port` is the one in use; `wanted` the one of the settings, which another program may hold. */
export type ReceiverView =
  | { readonly state: "starting" }
  | { readonly state: "listening"; readonly port: number; readonly wanted: number }
  | { readonly state: "failed"; readonly problem: Problem };

/** The address that a source posts to; the page never sees it. */
export interface AddressView {
  /** There is one. */
  readonly isOpen: boolean;
  /**
   * `encrypted` by the system's keyring, or `plain` in the settings file where there is none. While it is `unreadable`
   * deliveries are taken all the same, but it can neither be handed out nor tried.
   */
  readonly kept: "encrypted" | "plain" | "unreadable";
  /** Until when the one before counts as well, epoch milliseconds; null = there is none, or it has ended. */
  readonly oldUntil: number | null;
  /** The source has the one before from the user, who has not copied this one yet. */
  readonly toCopy: boolean;
  /** The host of the public URL with which it was last copied; null = never. */
  readonly copiedHost: string | null;
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

/** Everything the page shows. Main owns the truth; the page gets one whole view, then the parts that changed. */
export interface View {
  /** Main's clock, epoch milliseconds; moves on every minute while the page is open. */
  readonly now: number;
  readonly format: TimeFormat;
  readonly agenda: Agenda;
  /** Requests that were confirmed in the window a moment ago. */
  readonly confirming: readonly Confirming[];
  readonly receiver: ReceiverView;
  readonly secrets: Readonly<Record<SecretName, SecretView>>;
  readonly address: AddressView;
  /** Those of the sources that can be added. */
  readonly addresses: Readonly<Record<AddedSource, AddressView>>;
  readonly signing: SigningView;
  /** The user has said that they know that, without a signing secret, the address is the only check. */
  readonly uncheckedKnown: boolean;
  readonly tunnel: TunnelSettings;
  readonly reach: ReachView;
  readonly relay: RelayView;
  readonly cloudflared: ProgramView;
  readonly timekit: TimekitView;
  readonly calcom: CalcomView;
  /** The address of Cal.com's API as the user entered it; empty = Cal.com's cloud. */
  readonly calcomBase: string;
  readonly calendly: CalendlyView;
  /** How far this computer's clock is ahead, milliseconds, negative = behind; null while it is right or not known. */
  readonly clockError: number | null;
  /** Where changes are sent besides the desktop, by label, and which. */
  readonly destinations: readonly DestinationView[];
  readonly rules: readonly Rule[];
  /** What came, by kind. */
  readonly tallies: Tallies;
  /** The last test booking of this run; null before the first. */
  readonly proof: ProofView | null;
  readonly setup: Setup;
  /** Whether the greeting of the first run could be shown; null = none was sent while Bookbell runs. */
  readonly greeted: boolean | null;
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
  /** The bookings that are not over and have changed since the user looked at them, by the id of their row in a list. */
  readonly unseen: readonly string[];
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
