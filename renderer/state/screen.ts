export type Screen =
  | { readonly name: "today" }
  /** `field` is the one to put the focus in. */
  | { readonly name: "settings"; readonly field: "port" | "secret" | "log" | null }
  /** `back` is the line that was opened, and how far from the window's top it stood. */
  | { readonly name: "log"; readonly back: Line | null }
  | { readonly name: "delivery"; readonly line: Line };

export interface Line {
  readonly seq: number;
  readonly top: number;
}

/** Where Escape and the back button lead; null where there is no way further back. */
export function behind(screen: Screen): Screen | null {
  if (screen.name === "delivery") return { name: "log", back: screen.line };
  if (screen.name === "log") return { name: "settings", field: "log" };
  return screen.name === "settings" ? { name: "today" } : null;
}

/** An open delivery has the log behind it. */
export const logIsOpen = ({ name }: Screen) => name === "log" || name === "delivery";
