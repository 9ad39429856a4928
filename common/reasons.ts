/** Why what came to the right address was not taken in; nothing of it is kept but when it came, and its size. */
export type RefusalReason = "signature" | "method" | "type" | "size" | "encoding";

/** Why what came could not be read, or kept. Quotes nothing of its body. */
export type UnreadableReason =
  | { readonly code: "not-json" }
  | { readonly code: "too-deep"; readonly levels: number }
  | { readonly code: "no-object" }
  /** Those are missing that have to be a text. */
  | { readonly code: "no-text"; readonly fields: readonly string[] }
  /** What its reading stumbled over, by the name of the error. */
  | { readonly code: "read-failed"; readonly error: string }
  | { readonly code: "not-kept"; readonly error: string }
  | ForwardedReason;

/** Why a booking that a Zap forwarded could not be read. Quotes nothing of its body. */
export type ForwardedReason =
  | { readonly code: "zap-not-utf8" }
  | { readonly code: "zap-xml" }
  | { readonly code: "zap-broken-json" }
  | { readonly code: "zap-neither-json-nor-form" }
  | { readonly code: "zap-too-deep"; readonly levels: number }
  | { readonly code: "zap-several-bookings" }
  | { readonly code: "zap-own-message" }
  | { readonly code: "zap-not-mapped"; readonly fields: readonly ("id" | "state")[] }
  | { readonly code: "zap-no-graph" }
  | { readonly code: "zap-too-long"; readonly field: string }
  | { readonly code: "zap-odd-time"; readonly field: string };

/** What whoever sent a delivery that was taken in should mend. */
export type Advice = { readonly code: "zap-not-dated" };

/** Why a delivery was not taken in, or what to mend though it was, as it travels; words/reasons has its words. */
export type DeliveryReason =
  | UnreadableReason
  | Advice
  | { readonly code: RefusalReason }
  /** In the words of 0.1.0, which kept those. */
  | { readonly code: "as-told"; readonly text: string };
