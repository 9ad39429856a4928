import type { Problem } from "./problems.ts";

/** How long a confirmation can be taken back, milliseconds. */
export const undoMs = 5_000;

/**
 * A request that its host has confirmed here. While it waits nothing is sent, and it can be taken back; only what is sent is
 * confirmed.
 */
export type Confirming = { readonly id: string } & (
  | { readonly state: "waiting" | "sending" | "sent" }
  | { readonly state: "failed"; readonly problem: Problem }
);
