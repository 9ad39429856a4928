import type { Unannounced } from "../news.ts";
import type { PageMessages } from "./messages.ts";

type Told = "service" | "timekit" | "unannounced";

/** The words for the services that bookings come from, and for what they send without a notification. */
export const createSourceWords = ({ service, timekit, unannounced }: Pick<PageMessages, Told>) => ({
  service: { ...service, on: ({ name }: { name: string }) => (name ? service.onAs({ name }) : service.on) },
  timekit: { ...timekit, on: ({ app }: { app: string }) => (app ? timekit.onApp({ app }) : timekit.on) },
  unannounced: {
    ...unannounced,
    /** The time is empty where it is not known. */
    received: (outcome: Unannounced["outcome"] | "quietHours", { when }: { when: string }) =>
      when ? unannounced.received[outcome]({ when }) : unannounced.receivedBare[outcome],
  },
});
