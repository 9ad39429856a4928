import type { DestinationKind } from "../../common/destinations.ts";

export type Screen =
  | { readonly name: "today" }
  /** `field` is the one to put the focus in. */
  | { readonly name: "settings"; readonly field: Field | null }
  | SubScreen
  /** `back` is the line that was opened, and how far from the window's top it stood. */
  | { readonly name: "log"; readonly back: Line | null }
  | { readonly name: "delivery"; readonly line: Line }
  | { readonly name: "search" }
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

/** A screen that the settings lead to, or a status line; `from` is where it leads back to. */
export interface SubScreen {
  readonly name:
    | "tunnel"
    | "timekit"
    | "zapier"
    | "calcom"
    | "calendly"
    | "gaps"
    | "proof"
    | "news"
    | "alerts"
    | "keys"
    | "licences";
  readonly from: "today" | "settings" | "destinations";
}

export type Field = "port" | "secret" | "log" | "destinations" | SubScreen["name"];

export interface Line {
  readonly seq: number;
  readonly top: number;
}

/** An open delivery has the log behind it. */
export const logIsOpen = ({ name }: Screen) => name === "log" || name === "delivery";
