/** Where those who use Cal.com's own clouds see their bookings, by where its API answers. */
const webs: Readonly<Record<string, string>> = {
  "https://api.cal.com/v2": "https://app.cal.com",
  "https://api.cal.eu/v2": "https://app.cal.eu",
};

/**
 * Where a booking is shown to its host; a seat's page is that of its class. Null on any other server, whose pages may lie
 * anywhere, and for what is no id.
 */
export function calcomPageOf(uid: string, base: string): URL | null {
  const web = Object.hasOwn(webs, base) ? webs[base] : null;
  const id = /^(?<id>[\w-]+)(?:~[\da-f]{16})?$/.exec(uid)?.groups?.id;
  return web && id ? new URL(`/booking/${id}`, web) : null;
}
