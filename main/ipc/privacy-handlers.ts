import type { Forgotten } from "../../common/delivery.ts";
import type { StoreCalls } from "../store/thread/client.ts";
import type { Handlers } from "./handlers.ts";

/** What removing what is kept acts on. */
export interface PrivacyParts {
  readonly store: StoreCalls<{ setAside: "remove" }>;
  /** Removes all that is kept of a customer, by mail address. */
  forget(address: string): Promise<Forgotten>;
  /** What is kept is not what it was. */
  onKeptChanged(): Promise<unknown>;
}

/** What happens when the page asks to have something removed. */
export const createPrivacyHandlers = (parts: PrivacyParts): Handlers["privacy"] => ({
  async forgetCustomer(address) {
    try {
      return await parts.forget(address);
    } finally {
      // Also what was removed before it failed is gone.
      await parts.onKeptChanged();
    }
  },
  async removeSetAside() {
    await parts.store.setAside.remove();
    return null;
  },
});
