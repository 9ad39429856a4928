import type { Invitee } from "./payload.ts";

/** Where a meeting takes place, and what of that is the customer's own words. */
export interface Place {
  readonly place: string;
  /** Who is called is called there. */
  readonly phone: string;
  /** What the customer entered as the place: a link in it is theirs. */
  readonly entered: string;
}

const nowhere: Place = { place: "", phone: "", entered: "" };

/** Of Calendly's kinds of location: those of a video service have a link once the service has made one. */
export function placeOf({ scheduled_event: event }: Invitee): Place {
  const { type, location, join_url: link, additional_info: more } = event?.location ?? {};
  if (type === undefined || location === undefined) return nowhere;
  if (type === "outbound_call") return { place: location, phone: location, entered: "" };
  if (type === "ask_invitee") return { place: location, phone: "", entered: location };
  const place = [link || location, more].filter(Boolean).join(", ");
  return { ...nowhere, place };
}
