import type { DestinationKind } from "../../common/destinations.ts";

export type Screen =
  | { readonly name: "today" }
  /** `field` is the line that takes the focus, `find` what is searched for. */
  | { readonly name: "settings"; readonly field: SettingsLine | null; readonly find?: string }
  | SubScreen
  /** `back` is the line that was opened, and how far from the window's top it stood. */
  | { readonly name: "log"; readonly back: Line | null }
  | { readonly name: "delivery"; readonly line: Line }
  /** `back` is what it was opened from. */
  | { readonly name: "activity"; readonly back: Screen }
  | { readonly name: "search" }
  /** What waits for an answer. */
  | { readonly name: "requests" }
  | { readonly name: "booking"; readonly id: string; readonly from: Screen }
  | DestinationScreen;

/** Where changes are sent besides the desktop; `from` is where the list of it all leads back to. */
export type DestinationScreen =
  /** `back` is what was opened from it: the id of a rule or a destination, or a word for what has none. */
  | { readonly name: "destinations"; readonly from: "today" | "settings"; readonly back: string | null }
  /** Without an id a new one. */
  | {
      readonly name: "destination";
      readonly id: string | null;
      readonly kind: DestinationKind;
      readonly from: "today" | "settings";
    }
  /** Without an id a new one, to `destination` if that is given. */
  | {
      readonly name: "rule";
      readonly id: string | null;
      readonly destination: string | null;
      readonly from: "today" | "settings";
    }
  | { readonly name: "messages"; readonly destination: string; readonly from: "today" | "settings" };

/** The sections of the settings, in the order in which they stand there. */
export const sections = [
  "receiving",
  "services",
  "notifications",
  "reminders",
  "projects",
  "appearance",
  "general",
  "privacy",
  "about",
] as const;
export type Section = (typeof sections)[number];

/** A screen that the settings lead to, or a status line; `from` is where it leads back to. */
export interface SubScreen {
  readonly name: Section | "tunnel" | "timekit" | "zapier" | "calcom" | "calendly" | "keys" | "licences";
  readonly from: "today" | "settings" | "destinations" | "activity";
  /** The setting that takes the focus. */
  readonly focus?: SettingName;
  /** What was searched for where it was found. */
  readonly find?: string;
}

/** A line of the settings. */
export type SettingsLine = Section;

/** Each setting that can be found; where it stands bears its name. */
export type SettingName =
  | "tunnel"
  | "address"
  | "port"
  | "answer"
  | "byHand"
  | "timekit"
  | "key"
  | "resource"
  | "secret"
  | "webhooks"
  | "missed"
  | "calcom"
  | "calendly"
  | "zapier"
  | "kinds"
  | "sound"
  | "destinations"
  | "leads"
  | "notJoined"
  | "quietHours"
  | "shortNotice"
  | "projects"
  | "language"
  | "theme"
  | "textSize"
  | "hours"
  | "login"
  | "hotkey"
  | "keepOpen"
  | "keyHints"
  | "keys"
  | "presenting"
  | "keepDeliveries"
  | "keepBookings"
  | "forget"
  | "exports"
  | "updates"
  | "autoUpdates"
  | "setup"
  | "diagnostics"
  | "licences";

export interface Line {
  readonly seq: number;
  readonly top: number;
}

/** An open delivery has the log behind it. */
export const logIsOpen = ({ name }: Screen) => name === "log" || name === "delivery";
