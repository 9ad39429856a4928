import { joinServiceOf } from "./join-link.ts";
import { visible } from "./text.ts";

const anAddress = /\bhttps?:\/\/[^\s<>"]+/iu;

/**
 * Where a booking takes place, in a line: of a meeting online its service's name, else its host, never an address.
 * @param join the host that Join leads to, as `joinHostOf` gives it
 */
export function whereOf(told: string, join: string | null): string {
  const place = visible(told);
  const address = anAddress.exec(place)?.[0];
  const service = join ? (joinServiceOf(join) ?? join) : "";
  if (!address) return place || service;
  return service || (URL.canParse(address) ? new URL(address).hostname : "");
}
