import { createHmac } from "node:crypto";
import { sameSecret } from "../../lib/same-secret.ts";

/** Where Timekit puts its signature. */
export const signatureHeader = "x-timekit-signature";

/**
 * Which of the secrets makes `signature` the lower-case hex HMAC-SHA256 of the body exactly as it came; null when none
 * does. Every one is tried, so that the time tells nothing of which it was.
 * Source: Timekit, "Signed webhooks".
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
