import type { StoreCalls } from "../store/thread/client.ts";
import type { Handlers } from "./handlers.ts";

/** What telling what happened acts on. */
export interface ActivityParts {
  readonly store: StoreCalls<{ activity: "list" }>;
  /** The user has looked at a booking; null = at all that is new. */
  seen(bookingId: string | null): Promise<void>;
  now(): number;
}

/** What happens when the page asks what happened, and how the user was told. */
export const createActivityHandlers = ({ store, seen, now }: ActivityParts): Handlers["activity"] => ({
  list: (wanted) => store.activity.list(wanted, now()),
  async markSeen(bookingId) {
    await seen(bookingId);
    return null;
  },
});
