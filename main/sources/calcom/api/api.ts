import type { ClientParts } from "../../rest/call.ts";
import { createCalls } from "../../rest/client.ts";
import { checkKey } from "./account.ts";
import { type Act, act, readBooking } from "./bookings.ts";
import { type CatchUp, catchUp } from "./catch-up.ts";
import { calcomRest } from "./rest.ts";
import { type Registering, readWebhooks, register, removeWebhook } from "./webhooks.ts";

export type CalcomApi = ReturnType<typeof createCalcomApi>;

/** Cal.com's own API, version 2, in the few questions that Bookbell has. What was missed waits in a line of its own. */
export function createCalcomApi(parts: ClientParts) {
  const { call, callLater, serviceNow: calcomsNow } = createCalls(calcomRest, parts);
  return {
    checkKey: () => checkKey(call),
    webhooks: () => readWebhooks(callLater),
    register: (registering: Registering) => register(call, registering),
    removeWebhook: (id: string) => removeWebhook(call, id),
    catchUp: (span: Omit<CatchUp, "now">) => catchUp(callLater, { ...span, now: calcomsNow }),
    readBooking: (uid: string) => readBooking(call, uid),
    act: (what: Act) => act(call, what),
    calcomsNow,
  };
}
