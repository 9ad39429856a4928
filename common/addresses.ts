import { ports } from "./ports.ts";

// What a user may enter as an address, and what main takes from the page: one set of rules. Each gives the value as it is
// kept, or null for what is none; what is kept passes unchanged.

/** Chromium 130 takes a space in a host for a part of its name, so the name is looked at once more. */
const dottedName = /^[a-z\d-]+(\.[a-z\d-]+)+$/;
/** Also an address of IPv4: a URL has every way of writing one in this. */
const ipv4 = /^\d+(\.\d+){3}$/;
/** Names of a computer's own, of its network's, and of what is behind a company's door (RFC 6761, 6762, 8375). */
const insideName = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|arpa)$/;

/** Whether a URL's host name can be somebody's on the internet: no address in digits, and no name of a home or an office. */
export const isPublicName = (hostname: string): boolean =>
  dottedName.test(hostname) && !ipv4.test(hostname) && !insideName.test(hostname);

/** An https address without anything behind its path; a missing "https://" is put before it. Empty stays empty. */
export function httpsOf(text: string): string | null {
  const wanted = text.trim();
  if (wanted === "") return "";
  const url = wanted.includes("://") ? wanted : `https://${wanted}`;
  if (!URL.canParse(url)) return null;
  const { protocol, host, hostname, pathname, username, password, search, hash } = new URL(url);
  const more = username || password || search || hash;
  if (protocol !== "https:" || more || !dottedName.test(hostname)) return null;
  return `https://${host}${pathname}`.replace(/\/+$/, "");
}

/** A domain alone, also out of a whole address. Empty stays empty. */
export function domainOf(text: string): string | null {
  const url = httpsOf(text);
  if (!url) return url;
  const { host, pathname } = new URL(url);
  return pathname === "/" ? host : null;
}

/** Any port of a server. */
export function serverPortOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return port >= 1 && port <= ports.most ? port : null;
}

/** A server's name or IP address. Empty stays empty. */
export const serverOf = (text: string): string | null =>
  matching(text, /^(?:[\p{L}\p{N}_][\p{L}\p{N}._-]{0,252}|[\da-f:.]{2,45}(?:%[\w.-]+)?)?$/iu);

/** Who one is on a server, also "DOMAIN\user" and "user@domain". Empty stays empty. */
export const userOf = (text: string): string | null => matching(text, /^(?:[^\p{C}\s-]\P{C}{0,255})?$/u);

/** A unix socket's path on a server, where Linux takes no longer one, or a port of its loopback. Empty stays empty. */
export const socketOf = (text: string): string | null =>
  matching(text, /^(?:\/\P{C}{1,106}|(?:127\.0\.0\.1:)?\d{1,5})?$/u);

function matching(text: string, rule: RegExp): string | null {
  const wanted = text.trim();
  return rule.test(wanted) ? wanted : null;
}

/** A mail address, also one whose first half is quoted and has a space in it. Whether there is any such, nobody asks. */
export function mailOf(text: string): string | null {
  const wanted = text.trim();
  return /^.+@[^\s@]+$/s.test(wanted) ? wanted : null;
}
