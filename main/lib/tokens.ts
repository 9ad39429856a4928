import { createHash, timingSafeEqual } from "node:crypto";

/** What is known of the tokens that Bookbell made, without the tokens: SHA-256 in hex, which leads back to no 32 random bytes. */
export interface KnownTokens {
  /** Of the address as it is now; empty = there is none. */
  readonly newest: string;
  /** Of the one before, which counts as well until then, epoch milliseconds. */
  readonly old: { readonly hash: string; readonly until: number } | null;
  /** Of those that count no more, the last first. */
  readonly ended: readonly string[];
}

/** What a token that was shown is to Bookbell. */
export type Standing = "newest" | "old" | "ended" | "unknown";

export const oldMs = 86_400_000;
/** An address is renewed a few times in its life. */
const mostEnded = 20;

/** The path that takes the deliveries of a booking service; whoever knows the token may post to it. */
export const hookPath = (token: string, source = "timekit") => `/hooks/${source}/${token}`;
/** Of any token that Bookbell ever made. */
export const tokenShape = /^[\w-]{43}$/;

const digest = (token: string) => createHash("sha256").update(token).digest();
export const hashOf = (token: string): string => digest(token).toString("hex");

/** Compared with every one that is known, so that the time tells nothing of which it is, or how near. */
export function standingOf(token: string, { newest, old, ended }: KnownTokens): Standing {
  const shown = digest(token);
  const is = (hash: string) => hash !== "" && timingSafeEqual(shown, Buffer.from(hash, "hex"));
  const [isNewest, isOld] = [is(newest), old !== null && is(old.hash)];
  const isEnded = ended.filter(is).length > 0;
  return isNewest ? "newest" : isOld ? "old" : isEnded ? "ended" : "unknown";
}

/** With a new one, beside which the one before, if there was one, counts for a day. */
export function renewed(known: KnownTokens, newest: string, now: number): KnownTokens {
  const old = known.newest ? { hash: known.newest, until: now + oldMs } : null;
  return { ...withoutOld(known), newest, old };
}

/** The newest alone counts. */
export const withoutOld = ({ newest, old, ended }: KnownTokens): KnownTokens => ({
  newest,
  old: null,
  ended: old ? [old.hash, ...ended].slice(0, mostEnded) : ended,
});

/** None counts any more. */
export function withoutAny(known: KnownTokens): KnownTokens {
  const { newest, ended } = withoutOld(known);
  return { newest: "", old: null, ended: newest ? [newest, ...ended].slice(0, mostEnded) : ended };
}

const tokenInUrl = /(?<=\/hooks\/[\w-]{1,40}\/)[\w-]{43}(?=$|\?)/;

/** The URL with the hash in place of the token: tells addresses apart, and is of use to nobody. */
export const withoutToken = (url: string): string => url.replace(tokenInUrl, hashOf);
