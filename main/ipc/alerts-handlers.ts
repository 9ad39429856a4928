import type { Handlers } from "./handlers.ts";

/** What happens when the page asks for a notification. */
export const createAlertsHandlers = (alerts: { greet(): Promise<void> }): Handlers["alerts"] => ({
  async greet() {
    await alerts.greet();
    return null;
  },
});
