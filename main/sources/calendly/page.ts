/**
 * Where an event is unfolded in its host's list; null for what is no id. No reference names the address: an id that the
 * list does not know leaves it folded.
 */
export function calendlyPageOf(id: string, isPast: boolean): URL | null {
  const event = /^(?<event>[\w-]+)(?:\.[\w-]+)?$/.exec(id)?.groups?.event;
  if (!event) return null;
  const page = new URL("https://calendly.com/app/scheduled_events/user/me");
  page.search = String(new URLSearchParams({ period: isPast ? "past" : "upcoming", uuid: event }));
  return page;
}
