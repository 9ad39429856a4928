import type { LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isInside, isReserved } from "./inside.ts";

/** Codes of errors: why nothing is sent to where a name leads. */
export type GuardCode = "ERR_TARGET_RESERVED" | "ERR_TARGET_UNENCRYPTED";

/** Why nothing is sent to a URL by what its host is called; a name says only once it is looked up whether it is inside. */
export function refusalOf({ hostname, protocol }: URL): GuardCode | null {
  const isLiteral = isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
  if (isReserved(hostname)) return "ERR_TARGET_RESERVED";
  return isLiteral && protocol === "http:" && !isInside(hostname) ? "ERR_TARGET_UNENCRYPTED" : null;
}

/**
 * A look-up that fails where a name leads to an address that nothing is sent to, be it one of several: who owns a name can
 * have it lead elsewhere at any time after it was entered.
 */
export function guarded(lookup: LookupFunction, protocol: string): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = error ? [] : (found as LookupAddress[]);
      const code = addresses.map(({ address }) => addressRefusal(address, protocol)).find((one) => one);
      const [first] = addresses;
      if (error || code || !first) callback(error ?? codedError(code ?? "ENOTFOUND"), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
}

function addressRefusal(address: string, protocol: string): GuardCode | null {
  // A link-local one may name its network card behind a %, which no URL has.
  const literal = address.replace(/%.*$/, "");
  return refusalOf(new URL(`${protocol}//${literal.includes(":") ? `[${literal}]` : literal}/`));
}

export const codedError = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });
