/** Chromium 130 takes a space in a host for a part of its name, so the name is looked at once more. */
const publicName = /^[a-z\d-]+(\.[a-z\d-]+)+$/;

/** An https address without anything behind its path, or null; a missing "https://" is put before it. */
export function httpsOf(text: string): string | null {
  const wanted = text.trim();
  if (wanted === "") return "";
  const url = wanted.includes("://") ? wanted : `https://${wanted}`;
  if (!URL.canParse(url)) return null;
  const { protocol, host, hostname, pathname, username, search, hash } = new URL(url);
  if (protocol !== "https:" || username || search || hash || !publicName.test(hostname)) return null;
  return `https://${host}${pathname}`.replace(/\/+$/, "");
}

/** A domain alone, also out of a whole address, or null. */
export function domainOf(text: string): string | null {
  const url = httpsOf(text);
  if (!url) return url;
  const { host, pathname } = new URL(url);
  return pathname === "/" ? host : null;
}

/** Any port of a server, or null. */
export function serverPortOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}
