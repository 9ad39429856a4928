import { checkKey, readResources } from "./account.ts";
import { type Act, act, readBooking } from "./bookings.ts";
import { type CatchUp, catchUp } from "./catch-up.ts";
import { type ClientParts, createCall } from "./client.ts";
import { type Registering, register } from "./webhooks.ts";

export type TimekitApi = ReturnType<typeof createTimekitApi>;

/** Timekit's own API, version 2, in the few questions that Bookbell has. All of them wait in one line. */
export function createTimekitApi(parts: ClientParts) {
  const call = createCall(parts);
  return {
    checkKey: () => checkKey(call),
    resources: () => readResources(call),
    register: (registering: Registering) => register(call, registering),
    catchUp: (span: Omit<CatchUp, "now">) => catchUp(call, { ...span, now: parts.now() }),
    readBooking: (id: string) => readBooking(call, id),
    act: (what: Act) => act(call, what),
  };
}
