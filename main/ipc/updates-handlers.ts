import type { createUpdates } from "../updates/updates.ts";
import type { Handlers } from "./handlers.ts";

/** What bringing in newer versions acts on. */
export interface UpdateParts {
  readonly updates: Pick<ReturnType<typeof createUpdates>, "check" | "install">;
  /** @throws WorldError link-not-opened */
  openReleases(): Promise<void>;
}

/** What happens when the page asks about newer versions. */
export const createUpdatesHandlers = ({ updates, openReleases }: UpdateParts): Handlers["updates"] => ({
  check() {
    void updates.check();
    return null;
  },
  async openReleases() {
    await openReleases();
    return null;
  },
  restart() {
    updates.install();
    return null;
  },
});
