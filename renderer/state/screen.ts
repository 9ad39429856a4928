export type Screen =
  | { readonly name: "today" }
  /** `field` is the one to put the focus in. */
  | { readonly name: "settings"; readonly field: Field | null }
  | SubScreen
  /** `back` is the line that was opened, and how far from the window's top it stood. */
  | { readonly name: "log"; readonly back: Line | null }
  | { readonly name: "delivery"; readonly line: Line }
  /** `day` is a date such as "2026-11-23". */
  | { readonly name: "day"; readonly day: string }
  | { readonly name: "search" }
  | { readonly name: "booking"; readonly id: string; readonly from: Screen };

/** A screen that the settings lead to, or a status line; `from` is where it leads back to. */
export interface SubScreen {
  readonly name: "tunnel" | "timekit" | "gaps" | "proof" | "news" | "alerts" | "keys" | "licences";
  readonly from: "today" | "settings";
}

export type Field = "port" | "secret" | "log" | SubScreen["name"];

export interface Line {
  readonly seq: number;
  readonly top: number;
}

/** Where Escape and the back button lead; null where there is no way further back. */
export function behind(screen: Screen): Screen | null {
  if (screen.name === "today") return null;
  if (screen.name === "settings" || screen.name === "search" || screen.name === "day")
    return { name: "today" };
  if (screen.name === "booking") return screen.from;
  if (screen.name === "delivery") return { name: "log", back: screen.line };
  if (screen.name === "log") return { name: "settings", field: "log" };
  return screen.from === "today" ? { name: "today" } : { name: "settings", field: screen.name };
}

const personal: ReadonlySet<Screen["name"]> = new Set([
  "news",
  "log",
  "delivery",
  "search",
  "booking",
  "day",
  "alerts",
  "timekit",
]);
/** It shows names, of bookings or of what is booked, as fetched when it was opened. */
export const isPersonal = ({ name }: Screen) => personal.has(name);

/** An open delivery has the log behind it. */
export const logIsOpen = ({ name }: Screen) => name === "log" || name === "delivery";
