import type { Booking } from "../../common/booking.ts";
import { joinLinkOf } from "../../common/join-link.ts";
import { linksIn } from "../../common/links.ts";
import { plainText } from "../../common/plain-text.ts";
import { createEvent } from "../lib/event.ts";
import { WorldError } from "../lib/world-error.ts";
import type { JoinHosts } from "../settings/schema.ts";

/** What joining a meeting needs. */
export interface JoiningParts {
  booking(id: string): Promise<Booking | null>;
  hosts(): JoinHosts;
  keepHosts(hosts: JoinHosts): void;
  openLink(url: URL): Promise<void>;
}

export function createJoin({ booking, hosts, keepHosts, openLink }: JoiningParts) {
  const joining = createEvent<string>();

  /** Opens it, or gives its host to ask the user about first: `agreed` is the one that they have said yes to. */
  async function open(found: Booking, { host, href }: URL, sure: boolean, agreed: string | null) {
    const project = found.project?.id ?? "";
    const known = Object.hasOwn(hosts(), project) ? (hosts()[project] ?? []) : [];
    if (!sure && !known.includes(host)) {
      // The link may be another one than the user was asked about.
      if (agreed !== host) return host;
      keepHosts({ ...hosts(), [project]: [...known, host] });
    }
    await openLink(new URL(href));
    return null;
  }

  /**
   * Opens the meeting of a booking, or gives the host to ask the user about first: one that its project never led to.
   * `agreed` is the host that the user has said yes to, and is asked about no more.
   * @throws WorldError no-link, link-not-opened
   */
  async function join(id: string, agreed: string | null): Promise<string | null> {
    const found = await booking(id);
    const link = found && joinLinkOf(found);
    if (!link) throw new WorldError("no-link");
    const asked = await open(found, link.url, link.sure, agreed);
    if (asked === null) joining.tell(found.ownerId ?? found.id);
    return asked;
  }

  /**
   * Opens a link that stands in a booking's texts, and no other, whatever the page says; the same way.
   * @throws WorldError no-link, link-not-opened
   */
  async function openLinkIn(id: string, wanted: string, agreed: string | null): Promise<string | null> {
    const found = await booking(id);
    const link = found && linksOf(found).find(({ href }) => href === wanted);
    if (!link) throw new WorldError("link-not-opened", "it does not stand there");
    return open(found, link, false, agreed);
  }

  return {
    join,
    openLinkIn,
    /** The meeting of that booking was opened. */
    onJoined: joining.on,
  };
}

/** Of all that its page shows. */
const linksOf = ({ place, comment, description, answers }: Booking): URL[] =>
  [place, comment, plainText(description), ...answers.map(({ text }) => text)].flatMap(linksIn);
