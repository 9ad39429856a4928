import type { ClientParts } from "../../rest/call.ts";
import { createCalls } from "../../rest/client.ts";
import { checkKey, readGraphs, readResources } from "./account.ts";
import { type Act, act, readBooking } from "./bookings.ts";
import { type CatchUp, catchUp } from "./catch-up.ts";
import { timekitRest } from "./rest.ts";
import { type Registering, register } from "./webhooks.ts";

export type TimekitApi = ReturnType<typeof createTimekitApi>;

/** Timekit's own API, version 2, in the few questions that Bookbell has. What was missed waits in a line of its own. */
export function createTimekitApi(parts: ClientParts) {
  const { call, callLater, serviceNow: timekitsNow } = createCalls(timekitRest, parts);
  return {
    checkKey: () => checkKey(call),
    resources: () => readResources(call),
    graphs: () => readGraphs(call),
    register: (registering: Registering) => register(call, registering),
    catchUp: (span: Omit<CatchUp, "now">) => catchUp(callLater, { ...span, now: timekitsNow }),
    readBooking: (id: string) => readBooking(call, id),
    /** Likewise, for what has time. */
    readBookingLater: (id: string) => readBooking(callLater, id),
    act: (what: Act) => act(call, what),
    timekitsNow,
  };
}
