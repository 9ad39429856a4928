import type { Booking } from "../../common/booking.ts";
import { joinLinkOf } from "../../common/join-link.ts";
import { WorldError } from "../lifecycle/world-error.ts";

/** What joining a meeting needs. */
export interface JoiningParts {
  booking(id: string): Promise<Booking | null>;
  openLink(url: URL): Promise<void>;
  onJoined(bookingId: string): Promise<void>;
}

/** Opens the meeting of a booking. @throws WorldError no-link, link-not-opened */
export function createJoin({ booking, openLink, onJoined }: JoiningParts) {
  return async (id: string): Promise<void> => {
    const found = await booking(id);
    const link = found && joinLinkOf(found);
    if (!link) throw new WorldError("no-link");
    await openLink(link);
    await onJoined(found.ownerId ?? found.id);
  };
}
