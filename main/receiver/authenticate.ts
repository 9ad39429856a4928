import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether `signature` is the lower-case hex HMAC-SHA256 of the body exactly as it came.
 * Source: Timekit, "Signed webhooks"; the header is x-timekit-signature.
 */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  return sameSecret(signature ?? "", createHmac("sha256", secret).update(body).digest("hex"));
}
