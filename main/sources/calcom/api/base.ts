import { isPublicName } from "../../../../common/addresses.ts";

/** Where Cal.com's own cloud answers. */
export const cloudBase = "https://api.cal.com/v2";

/**
 * The address of an API version 2 as a user enters it: "api.example.com" or "https://api.example.com/v2". Empty = Cal.com's
 * own cloud. Without encryption only within a home or an office, since the key travels with every question. Null for what
 * is none.
 */
export function baseOf(text: string): string | null {
  const wanted = text.trim();
  if (wanted === "") return cloudBase;
  const address = wanted.includes("://") ? wanted : `https://${wanted}`;
  if (!URL.canParse(address)) return null;
  const { protocol, host, hostname, pathname, username, password, search, hash } = new URL(address);
  if (username || password || search || hash || host === "") return null;
  if (protocol !== "https:" && !(protocol === "http:" && !isPublicName(hostname))) return null;
  const path = pathname.replace(/\/+$/, "");
  return `${protocol}//${host}${path.endsWith("/v2") ? path : `${path}/v2`}`;
}
