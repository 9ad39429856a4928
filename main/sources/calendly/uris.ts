/**
 * Calendly refers to everything by its address in the API. A booking is one invitee of one event, and what can be done
 * about it is done to the event: its id has both, "EVENT.INVITEE".
 */
export function bookingIdOf(uri: string): string | null {
  const { event, invitee } =
    /\/scheduled_events\/(?<event>[\w-]+)\/invitees\/(?<invitee>[\w-]+)$/.exec(uri)?.groups ?? {};
  return event && invitee ? `${event}.${invitee}` : null;
}

/** The last part of an address, which is the id of what it leads to; empty where there is none. */
export const lastPartOf = (uri: string): string => /\/(?<last>[\w-]+)$/.exec(uri)?.groups?.last ?? "";
