import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The secrets that a delivery may be signed with. */
export interface SigningSecrets {
  /** Those that can be read, newest first. */
  readonly secrets: readonly string[];
  /** There is another one, which cannot be read now: nobody knows what it would have signed. */
  readonly unreadable: boolean;
}

/**
 * Which of the secrets makes `signature` the lower-case hex HMAC-SHA256 of the body exactly as it came; null when none
 * does. Every one is tried, so that the time tells nothing of which it was.
 * Source: Timekit, "Signed webhooks"; the header is x-timekit-signature.
 */
export function signedBy(
  body: Uint8Array,
  signature: string | undefined,
  secrets: readonly string[],
): string | null {
  const signs = (secret: string) =>
    sameSecret(signature ?? "", createHmac("sha256", secret).update(body).digest("hex"));
  return secrets.filter(signs)[0] ?? null;
}
