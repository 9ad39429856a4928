import type { Outcome } from "../intake.ts";

/** What is done with a message of the relay's, once it is known what became of it. */
export type Answer =
  | { readonly do: "acknowledge" }
  /** It is acknowledged once its bytes are kept here, for that reason. */
  | { readonly do: "set-aside"; readonly reason: "unsigned" }
  /** It stays at the relay, which sends it again after so long. */
  | { readonly do: "leave"; readonly ms: number };

/** After so long what cannot be kept now is tried again. */
export const leaveMs = 5_000;

/**
 * Nothing but what cannot be kept is left at the relay: a secret that was entered wrongly would else hold up all that
 * follows, and what is forged could stop it for good.
 */
export function answerTo(outcome: Outcome): Answer {
  switch (outcome.kind) {
    case "taken":
    case "unreadable":
      return { do: "acknowledge" };
    case "unsigned":
      return { do: "set-aside", reason: "unsigned" };
    case "unavailable":
      return { do: "leave", ms: leaveMs };
  }
}

/**
 * Whether a message may be what ends Bookbell each time that it is taken in: it has come so often. It may as well have
 * been sent into a connection that was dead, so it is taken in all the same, once its bytes are kept and acknowledged.
 */
export const isSuspect = (deliveries: number): boolean => deliveries >= 5;
