import { again, type Outcome } from "./destination.ts";

/** This computer has no way out. */
const offline: ReadonlySet<string> = new Set(["ENETUNREACH", "ENETDOWN", "EAI_AGAIN"]);
/** Nobody was there to whom anything could have been sent. */
const unconnected: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const ofCertificate =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH$|EPROTO$)/;

/**
 * What it means that no answer came, by the code of the error; null where this computer is offline: then nothing was tried.
 * Unless it is certain that nothing was sent, the message may have been taken.
 */
export function readNoAnswer(code: string, host: string): Outcome | null {
  if (offline.has(code)) return null;
  if (ofCertificate.test(code)) return again({ code: "destination-uncertified", args: { host } });
  return again({ code: "destination-silent", args: { host } }, null, !unconnected.has(code));
}
