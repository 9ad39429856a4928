import type { Problem } from "./view.ts";

/** How this copy of Bookbell comes to newer versions. */
export type UpdatesView =
  /** Not by itself: the system's packages bring them, or whoever builds it from its source. */
  | { readonly state: "elsewhere"; readonly by: "package" | "source" }
  /** `checkedAt`: when this was found to be the newest, epoch milliseconds; null = not looked yet. */
  | { readonly state: "newest"; readonly checkedAt: number | null }
  | { readonly state: "checking" }
  | { readonly state: "downloading"; readonly version: string; readonly percent: number }
  /** Installed when Bookbell quits. */
  | { readonly state: "ready"; readonly version: string }
  | { readonly state: "failed"; readonly problem: Problem };
