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
  | { readonly code: "not-kept"; readonly error: string };

/** Why a delivery was not taken in, as it travels; words/reasons has its words. */
export type DeliveryReason =
  | UnreadableReason
  | { readonly code: RefusalReason }
  /** In the words of 0.1.0, which kept those. */
  | { readonly code: "as-told"; readonly text: string };
