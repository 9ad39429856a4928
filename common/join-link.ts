import { answerLimits, type Booking } from "./booking.ts";
import { linksIn as linksOf, safeUrl } from "./links.ts";

/** From here on a meeting is near enough to be joined. */
const soonMs = 15 * 60_000;
/** Of a host, on a button. */
const shownLength = 32;

interface Service {
  /** As it calls itself. */
  readonly name: string;
  readonly host: RegExp;
  /** Of its meetings, not of its help pages and dial-in numbers, which invitations name too. */
  readonly path: RegExp;
}

const services: readonly Service[] = [
  {
    name: "Zoom",
    host: /^(?:[\w-]+\.)*(?:zoom\.(?:us|com)|zoomgov\.com)$/,
    path: /^\/(?:j|my|s|w|wc)\/./,
  },
  { name: "Google Meet", host: /^meet\.google\.com$/, path: /^\/(?:lookup\/.|\w+-\w+-\w+)/ },
  {
    name: "Microsoft Teams",
    host: /^(?:[\w-]+\.)?teams\.(?:microsoft\.(?:com|us)|live\.com|cloud\.microsoft)$/,
    path: /^\/(?:l\/meetup-join|meet)\/./,
  },
  {
    name: "Webex",
    host: /^(?:[\w-]+\.)*webex\.com$/,
    path: /^\/(?:meet|join|m|wbxmjs|webappng)\/.|\/j\.php$/,
  },
  { name: "Whereby", host: /^(?:[\w-]+\.)?whereby\.com$/, path: /^\/./ },
  { name: "Jitsi Meet", host: /^(?:meet\.jit\.si|8x8\.vc)$/, path: /^\/./ },
];

/** Outlook wraps every link of a mail in one of its own, with the real one in `url`. */
const wrapper = /\.safelinks\.protection\.(?:outlook\.com|office365\.us)$/;

/** What a booking tells of the way in, and who may have written that. */
type Texts = Pick<Booking, "place" | "description" | "comment" | "answers" | "customer" | "others">;

/** The way into a meeting. */
export interface JoinLink {
  /** Https, of a public name, and without a user name that could pass for a host. */
  readonly url: URL;
  /** A known service in the place, of a host that the customer's own words do not name: it need not be asked about. */
  readonly sure: boolean;
}

/**
 * Where a booking's meeting takes place online. What the place says counts, a known service before another page. Only
 * without that the description does, which Timekit's widget fills with all that the customer entered: there it must
 * be a known service, of a host that the customer's own words do not name.
 */
export function joinLinkOf(texts: Texts): JoinLink | null {
  const { place, description } = texts;
  const placed = linksIn(place);
  const url = placed.find(isMeeting) ?? placed[0];
  const isTheirs = namedBy(texts);
  if (url) return { url, sure: isMeeting(url) && !isTheirs(url) };
  const told = linksIn(description).find((link) => isMeeting(link) && !isTheirs(link));
  return told ? { url: told, sure: false } : null;
}

/** The host that Join leads to, for a button: of a long one the end, which says whose it is. Null = there is none. */
export function joinHostOf(texts: Texts): string | null {
  const host = joinLinkOf(texts)?.url.host ?? null;
  return host && host.length > shownLength ? `…${host.slice(1 - shownLength)}` : host;
}

/** The known service of a host, as `joinHostOf` gives it; null = it is another page. */
export const joinServiceOf = (host: string): string | null =>
  services.find((service) => service.host.test(host))?.name ?? null;

/** Whether the customer's own words may name the host of a link, however they write it. */
function namedBy({ comment, answers, customer, others }: Texts): (link: URL) => boolean {
  const { most, longest } = answerLimits;
  if (answers.length >= most || answers.some(({ text }) => text.length >= longest)) return () => true;
  const people = [customer, ...others].flatMap((one) => (one ? [one.name, one.email, one.phone] : []));
  const texts = [comment, ...people, ...answers.flatMap(({ field, text }) => [field, text])];
  const hosts = new Set(texts.flatMap(linksIn).map(({ hostname }) => hostname));
  const said = texts.join("\n").toLowerCase();
  return ({ hostname }) => hosts.has(hostname) || said.includes(hostname);
}

/** It is on, or begins within a quarter of an hour. */
export function isSoon({ start, end }: Pick<Booking, "start" | "end">, now: number): boolean {
  return start !== null && start - soonMs <= now && now < (end ?? start);
}

const linksIn = (text: string): URL[] => linksOf(withoutEntities(text)).map(unwrapped);

/** Descriptions come as HTML as often as not. */
const withoutEntities = (text: string) =>
  text.replace(/&(?:amp|#38|#x26);/gi, "&").replace(/&(?:lt|gt|quot|nbsp|#34|#39|#60|#62|#160);/gi, " ");

/** The port is part of `host`: a known service has none. */
const isMeeting = ({ host, pathname }: URL) =>
  services.some((service) => service.host.test(host) && service.path.test(pathname));

function unwrapped(url: URL): URL {
  if (!wrapper.test(url.hostname)) return url;
  const inner = safeUrl(url.searchParams.get("url") ?? "");
  return inner && isMeeting(inner) ? inner : url;
}
