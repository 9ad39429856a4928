import type { Booking } from "./booking.ts";

/** From here on a meeting is near enough to be joined. */
const soonMs = 15 * 60_000;
/** No meeting's address is longer, wrapped ones included. */
const longest = 4_096;

interface Service {
  readonly host: RegExp;
  /** Of its meetings, not of its help pages and dial-in numbers, which invitations name too. */
  readonly path: RegExp;
}

const services: readonly Service[] = [
  { host: /^(?:[\w-]+\.)*(?:zoom\.(?:us|com)|zoomgov\.com)$/, path: /^\/(?:j|my|s|w|wc)\/./ },
  { host: /^meet\.google\.com$/, path: /^\/(?:lookup\/.|\w+-\w+-\w+)/ },
  {
    host: /^(?:[\w-]+\.)?teams\.(?:microsoft\.(?:com|us)|live\.com|cloud\.microsoft)$/,
    path: /^\/(?:l\/meetup-join|meet)\/./,
  },
  { host: /^(?:[\w-]+\.)*webex\.com$/, path: /^\/(?:meet|join|m|wbxmjs|webappng)\/.|\/j\.php$/ },
  { host: /^(?:[\w-]+\.)?whereby\.com$/, path: /^\/./ },
  { host: /^(?:meet\.jit\.si|8x8\.vc)$/, path: /^\/./ },
];

/** Outlook wraps every link of a mail in one of its own, with the real one in `url`. */
const wrapper = /\.safelinks\.protection\.(?:outlook\.com|office365\.us)$/;

/**
 * Where a booking's meeting takes place online: a known service's link wherever it stands, else the first other link,
 * in the place before the description. Always https, and without a user name that could pass for a host.
 */
export function joinLinkOf({ place, description }: Pick<Booking, "place" | "description">): URL | null {
  const links = [...linksIn(place), ...linksIn(description)];
  return links.find(isMeeting) ?? links[0] ?? null;
}

/** It is on, or begins within a quarter of an hour. */
export function isSoon({ start, end }: Pick<Booking, "start" | "end">, now: number): boolean {
  return start !== null && start - soonMs <= now && now < (end ?? start);
}

function linksIn(text: string): URL[] {
  const found = withoutEntities(text).match(/https:\/\/[^\s<>"`{}|\\^\p{Cc}]+/giu) ?? [];
  return found.flatMap((raw) => {
    const url = raw.length > longest ? null : parsed(withoutPunctuation(raw));
    return url && isSafe(url) ? [unwrapped(url)] : [];
  });
}

/** Descriptions come as HTML as often as not. */
const withoutEntities = (text: string) =>
  text.replace(/&(?:amp|#38|#x26);/gi, "&").replace(/&(?:lt|gt|quot|nbsp|#34|#39|#60|#62|#160);/gi, " ");

/** What ends a sentence or closes a bracket around a link. */
function withoutPunctuation(link: string): string {
  let end = link.length;
  while (".,;:!?'*_)]’”»…".includes(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}

const parsed = (text: string) => (URL.canParse(text) ? new URL(text) : null);

const isSafe = (url: URL) => url.protocol === "https:" && url.username === "" && url.password === "";

/** The port is part of `host`: a known service has none. */
const isMeeting = ({ host, pathname }: URL) =>
  services.some((service) => service.host.test(host) && service.path.test(pathname));

function unwrapped(url: URL): URL {
  if (!wrapper.test(url.hostname)) return url;
  const inner = parsed(url.searchParams.get("url") ?? "");
  return inner && isSafe(inner) && isMeeting(inner) ? inner : url;
}
