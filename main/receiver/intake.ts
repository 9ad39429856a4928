import type { Delivery, Taken } from "../bookings/delivery.ts";
import { isSigned } from "./authenticate.ts";

/** What the intake needs of the rest of Bookbell. */
export interface IntakeParts {
  /** Makes the delivery durable. */
  take(delivery: Delivery): Promise<Taken>;
  /** Timekit's signing secret; null when none is set. Rejects when one is set but cannot be read. */
  signingSecret(): Promise<string | null>;
  now(): number;
}

/** The answer to one delivery, before it is put into HTTP. */
export type Outcome =
  | { readonly kind: "taken"; readonly taken: Taken & { bookingId: string } }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "unsigned" }
  /** Not now, through no fault of the sender: it should come again. */
  | { readonly kind: "unavailable"; readonly cause: unknown };

/** Verifies a delivery over its raw bytes and keeps it; nothing of it is believed, or even parsed, before. */
export async function receive(
  body: Uint8Array,
  signature: string | undefined,
  parts: IntakeParts,
): Promise<Outcome> {
  try {
    const secret = await parts.signingSecret();
    if (secret !== null && !isSigned(body, signature, secret)) return { kind: "unsigned" };
    const taken = await parts.take({ receivedAt: parts.now(), body });
    return taken.verdict === "unreadable"
      ? { kind: "unreadable", reason: taken.reason }
      : { kind: "taken", taken };
  } catch (cause) {
    return { kind: "unavailable", cause };
  }
}
