import { createHmac } from "node:crypto";
import { sameSecret } from "../../lib/same-secret.ts";

/** Where Calendly puts its signature. */
export const signatureHeader = "calendly-webhook-signature";

/**
 * How far the moment of sending may lie from that of receiving: what is older may be somebody's copy. Calendly's example
 * takes three minutes; the clock of a user's computer may be off by more than a server's.
 */
const toleranceMs = 5 * 60_000;

/**
 * Which of the secrets signed the body as it came, lately. The header is "t=1764582069,v1=5257a8…": `v1` is the hex
 * HMAC-SHA256 of the seconds in `t`, a dot and the body; it may stand there several times. Every one is tried with every
 * secret, so that the time tells nothing of which it was.
 * Source: Calendly, "Webhook signatures".
 */
export function signedBy(
  body: Uint8Array,
  signature: string | undefined,
  secrets: readonly string[],
  receivedAt: number,
): string | null {
  const { t, given } = partsOf(signature ?? "");
  if (t === null) return null;
  const signs = (secret: string) => {
    const expected = createHmac("sha256", secret).update(`${t}.`).update(body).digest("hex");
    return given.filter((one) => sameSecret(one, expected)).length > 0;
  };
  const signer = secrets.filter(signs)[0] ?? null;
  return Math.abs(receivedAt - Number(t) * 1_000) <= toleranceMs ? signer : null;
}

/** More than one, or two while a key is changed, is nobody's who means well. */
const mostGiven = 5;

function partsOf(signature: string): { t: string | null; given: readonly string[] } {
  const parts = signature.split(",").map((part) => part.trim().split("="));
  const valuesOf = (key: string) => parts.flatMap(([name, value]) => (name === key && value ? [value] : []));
  const [t, ...others] = valuesOf("t");
  const isOne = t !== undefined && others.length === 0 && /^\d{1,12}$/.test(t);
  return { t: isOne ? t : null, given: valuesOf("v1").slice(0, mostGiven) };
}
