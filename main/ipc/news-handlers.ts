import type { StoreCalls } from "../store/thread/client.ts";
import type { Handlers } from "./handlers.ts";

/** What telling of changes acts on. */
export interface NewsParts {
  readonly store: StoreCalls<{ news: "list" }>;
  /** The user has looked at a booking; null = at all that is new. */
  seen(bookingId: string | null): Promise<void>;
}

/** What happens when the page asks what changed. */
export const createNewsHandlers = ({ store, seen }: NewsParts): Handlers["news"] => ({
  list: () => store.news.list(),
  async markSeen(bookingId) {
    await seen(bookingId);
    return null;
  },
});
