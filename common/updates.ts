import type { Problem } from "./problems.ts";

/** How this copy of Bookbell comes to newer versions. */
export type UpdatesView =
  /** Not at all: it runs from its source. */
  | { readonly state: "elsewhere" }
  /** `checkedAt`: when this was found to be the newest, epoch milliseconds; null = not looked yet. */
  | { readonly state: "newest"; readonly checkedAt: number | null }
  | { readonly state: "checking" }
  | { readonly state: "downloading"; readonly version: string; readonly percent: number }
  /** Somebody else installs it, as they installed this one: a package. `known`: the user has said that they know. */
  | { readonly state: "available"; readonly version: string; readonly known: boolean }
  /** Installed when Bookbell quits. */
  | { readonly state: "ready"; readonly version: string }
  | { readonly state: "failed"; readonly problem: Problem };
