import { isCertificateFault } from "../lib/certificate-fault.ts";
import type { GuardCode } from "./address-guard.ts";
import { again, type Outcome, type StoppedReason, stopped } from "./destination.ts";

/** This computer has no way out. */
const offline: ReadonlySet<string> = new Set(["ENETUNREACH", "ENETDOWN", "EAI_AGAIN"]);
/** Nobody was there to whom anything could have been sent. */
const unconnected: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ERR_UNCONNECTED",
]);

const guards = {
  ERR_TARGET_RESERVED: "target-reserved",
  ERR_TARGET_UNENCRYPTED: "target-unencrypted",
} as const satisfies Record<GuardCode, StoppedReason["code"]>;
const isGuard = (code: string): code is GuardCode => Object.hasOwn(guards, code);

const isUnsent = (code: string) =>
  offline.has(code) || unconnected.has(code) || isCertificateFault(code) || isGuard(code);

/**
 * The one code to judge a try by, of those of the errors in which it ended, one for each address of its host. Of these, one
 * may be of a kind to which this computer never has a way. What ends a connection that stood leaves open what was taken, and
 * without one nothing was, whatever the code.
 */
export function noAnswerCode(codes: readonly string[], wasConnected: boolean): string {
  const code = codes.find((one) => !offline.has(one)) ?? codes[0] ?? "";
  if (wasConnected) return isUnsent(code) ? "ERR_BROKEN_OFF" : code;
  return isUnsent(code) ? code : "ERR_UNCONNECTED";
}

export const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException | null)?.code ?? "");

/**
 * What it means that no answer came, by the code of the error; null where this computer is offline: then nothing was tried.
 * Unless it is certain that nothing was sent, the message may have been taken.
 */
export function readNoAnswer(code: string, host: string): Outcome | null {
  if (offline.has(code)) return null;
  if (isGuard(code)) return stopped({ code: guards[code] });
  if (isCertificateFault(code)) return again({ code: "destination-uncertified", args: { host } });
  return again({ code: "destination-silent", args: { host } }, null, !unconnected.has(code));
}
