import type { AgendaItem } from "../../common/agenda.ts";
import { joinServiceOf } from "../../common/join-link.ts";
import { visible } from "../../common/text.ts";

const anAddress = /\bhttps?:\/\/[^\s<>"]+/iu;

/** Where a booking takes place, in a line: of a meeting online its service's name, else its host, never an address. */
export function whereOf({ booking, join, off }: Pick<AgendaItem, "booking" | "join" | "off">): string {
  if (off) return "";
  const place = visible(booking.place);
  const address = anAddress.exec(place)?.[0];
  const service = join ? (joinServiceOf(join) ?? join) : "";
  if (!address) return place || service;
  return service || (URL.canParse(address) ? new URL(address).hostname : "");
}
