import { createHmac } from "node:crypto";

/** The header that Calendly sends with a body, at a moment in epoch milliseconds. */
export function signedByCalendly(key: string, body: Uint8Array, at: number): string {
  const t = Math.floor(at / 1_000);
  const v1 = createHmac("sha256", key).update(`${t}.`).update(body).digest("hex");
  return `t=${t},v1=${v1}`;
}
