import type { UnreadableReason } from "../../common/reasons.ts";
import type { SourceName } from "../../common/sources.ts";
import type { Delivery, Taken } from "../bookings/delivery.ts";
import { WorldError } from "../lib/world-error.ts";
import type { SigningSecrets } from "../settings/signing.ts";
import type { Source } from "../sources/source.ts";

/** What the intake needs of the rest of Bookbell. */
export interface IntakeParts {
  /** Makes the delivery durable. */
  take(delivery: Delivery): Promise<Taken>;
  /** The signing secrets of a booking service; nothing is checked while there is none. */
  signingSecrets(source: SourceName): Promise<SigningSecrets>;
  /** A delivery of that service came, signed with that secret. */
  onSigned(source: SourceName, secret: string): void;
  now(): number;
}

/** The answer to one delivery, before it is put into HTTP. */
export type Outcome =
  | { readonly kind: "taken"; readonly taken: Exclude<Taken, { verdict: "unreadable" }> }
  | { readonly kind: "unreadable"; readonly reason: UnreadableReason }
  | { readonly kind: "unsigned" }
  /** Not now, through no fault of the sender: it should come again. */
  | { readonly kind: "unavailable"; readonly cause: unknown };

/** One request, as far as the intake needs it. */
export interface Incoming {
  readonly source: Source;
  readonly body: Uint8Array;
  readonly signature: string | undefined;
  /** Kept for the delivery log; none may hold a secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by Bookbell itself, to prove that one arrives. */
  readonly test: boolean;
  /** It came by way of a relay, which had it then, epoch milliseconds. */
  readonly relayed?: { readonly receivedAt: number };
  /** What it changes is kept, and nobody is told. */
  readonly quietly?: boolean;
}

/** Verifies a delivery over its raw bytes and keeps it; nothing of it is believed, or even parsed, before. */
export async function receive(incoming: Incoming, parts: IntakeParts): Promise<Outcome> {
  const { source, body, signature, headers, test, relayed, quietly = false } = incoming;
  const receivedAt = relayed?.receivedAt ?? parts.now();
  try {
    const { secrets, unreadable } = await parts.signingSecrets(source.name);
    const signer = source.signedBy(body, signature, secrets, receivedAt);
    if (signer === null && unreadable) throw new WorldError("secret-unreadable");
    if (signer === null && secrets.length > 0) return { kind: "unsigned" };
    if (signer !== null && !test) parts.onSigned(source.name, signer);
    const taken = await parts.take({
      source: source.name,
      receivedAt,
      via: relayed ? "relay" : "webhook",
      test,
      headers: { ...headers, signature: signer === null ? "not checked" : "right" },
      body,
      quietly,
    });
    return taken.verdict === "unreadable"
      ? { kind: "unreadable", reason: taken.reason }
      : { kind: "taken", taken };
  } catch (cause) {
    return { kind: "unavailable", cause };
  }
}
