import type { AlertKind } from "./policy.ts";

/** Why no notification told of a change, as it was when that was decided: each leads to what the user can change. */
export type SilenceReason =
  /** The rule for changes of that kind. */
  | { readonly code: "kind"; readonly kind: AlertKind }
  /** The rule for the booking's project. */
  | { readonly code: "project" }
  /** No rule is about changes of that kind. */
  | { readonly code: "no-rule" }
  /** It is not one of those whose bookings are shown. */
  | { readonly code: "resource" }
  /** `until` is a clock's time, "07:00". */
  | { readonly code: "quiet-hours"; readonly until: string }
  /** Until then, epoch milliseconds; null = until the user ended it. */
  | { readonly code: "paused"; readonly until: number | null };
