import type { ClientParts } from "../../rest/call.ts";
import { createCalls } from "../../rest/client.ts";
import { type Account, readAccount } from "./account.ts";
import { cancel, readBooking } from "./bookings.ts";
import { type CatchUp, catchUp } from "./catch-up.ts";
import { calendlyRest } from "./rest.ts";
import { readSubscriptions, subscribe, unsubscribe } from "./webhooks.ts";

export type CalendlyApi = ReturnType<typeof createCalendlyApi>;

/** Calendly's own API, version 2, in the few questions that Bookbell has. `key` is the user's personal access token. */
export function createCalendlyApi(parts: ClientParts) {
  const { call, callLater, serviceNow: calendlysNow } = createCalls(calendlyRest, parts);
  return {
    account: () => readAccount(call),
    subscriptions: (account: Account) => readSubscriptions(call, account),
    subscribe: (account: Account, wanted: { url: string; signingKey: string }) =>
      subscribe(call, account, wanted),
    unsubscribe: (uri: string) => unsubscribe(call, uri),
    catchUp: (span: Omit<CatchUp, "now">) => catchUp(callLater, { ...span, now: calendlysNow }),
    readBooking: (user: string, id: string) => readBooking(call, user, id),
    cancel: (id: string, reason: string) => cancel(call, id, reason),
    calendlysNow,
  };
}
