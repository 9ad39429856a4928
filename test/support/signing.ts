import { createHmac } from "node:crypto";

/** The signing secrets of a receiver under test: those that can be read, and nothing that happens with them. */
export const signing = (...secrets: readonly string[]) => ({
  signingSecrets: async () => ({ secrets, unreadable: false }),
  onSigned() {},
});

/** The headers of a delivery that is signed so, as Timekit would send them. */
export const signedWith = (secret: string, body: Uint8Array | string): Record<string, string> => ({
  "content-type": "application/json",
  "x-timekit-signature": createHmac("sha256", secret).update(body).digest("hex"),
});
