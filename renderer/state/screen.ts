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
  readonly name: "tunnel" | "timekit" | "zapier" | "gaps" | "proof" | "news" | "alerts" | "keys" | "licences";
  readonly from: "today" | "settings";
}

export type Field = "port" | "secret" | "log" | SubScreen["name"];

export interface Line {
  readonly seq: number;
  readonly top: number;
}

/** An open delivery has the log behind it. */
export const logIsOpen = ({ name }: Screen) => name === "log" || name === "delivery";
