import type { Booking } from "../../common/booking.ts";
import { joinLinkOf } from "../../common/join-link.ts";
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

  /**
   * Opens the meeting of a booking, or gives the host to ask the user about first: one that its project never led to.
   * `agreed` is the host that the user has said yes to, and is asked about no more.
   * @throws WorldError no-link, link-not-opened
   */
  async function join(id: string, agreed: string | null): Promise<string | null> {
    const found = await booking(id);
    const link = found && joinLinkOf(found);
    if (!link) throw new WorldError("no-link");
    const { host } = link.url;
    const project = found.project?.id ?? "";
    const known = Object.hasOwn(hosts(), project) ? (hosts()[project] ?? []) : [];
    if (!link.sure && !known.includes(host)) {
      // The link may be another one than the user was asked about.
      if (agreed !== host) return host;
      keepHosts({ ...hosts(), [project]: [...known, host] });
    }
    await openLink(link.url);
    joining.tell(found.ownerId ?? found.id);
    return null;
  }

  return {
    join,
    /** The meeting of that booking was opened. */
    onJoined: joining.on,
  };
}
