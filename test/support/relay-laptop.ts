import { request } from "node:http";
import { request as secureRequest } from "node:https";
import { onTestFinished } from "vitest";
import { type Invitation, writeInvitation } from "../../common/invitation.ts";
import type { Delivery, Taken } from "../../main/bookings/delivery.ts";
import { receive } from "../../main/receivers/intake.ts";
import type { RouteTo } from "../../main/receivers/relay/route.ts";
import { sourceOf } from "../../main/sources/registry.ts";
import { relayProvider } from "../../main/tunnel/providers/relay.ts";
import { createSupervisor } from "../../main/tunnel/supervisor.ts";
import { deferred } from "./deferred.ts";
import { eventually } from "./eventually.ts";
import { signedWith } from "./signing.ts";
import { aStore } from "./store.ts";
import { payloadWith } from "./timekit-payloads.ts";

export const relaySecret = "a secret of Timekit's";

/** A body of Timekit's of another booking each time. */
const bookingBody = (id: string | number): Buffer =>
  payloadWith("instant.confirmed", { id: `booking-${id}` });

/** Has Timekit post that booking. @returns the status */
export async function postBooking(url: string, id: string | number, secret = relaySecret): Promise<number> {
  const body = bookingBody(id);
  const headers = signedWith(secret, body);
  return (await fetch(url, { method: "POST", body: new Uint8Array(body), headers })).status;
}

/** Bookbell's way in through a relay, with a real store behind it, which keeps nothing before `commits`; until the test ends. */
export function aLaptop(
  invitation: Invitation | string,
  changes: {
    silent?: boolean;
    store?: ReturnType<typeof aStore>;
    commits?: Promise<void>;
    routeTo?: RouteTo;
    /** The seed of its own key. */
    key?: string;
  } = {},
) {
  const { store } = changes.store ?? aStore();
  const disk = { full: false, back: deferred() };
  const secrets = { all: [relaySecret] as readonly string[] };
  const taken: Delivery[] = [];
  const told: (number | null)[] = [];
  const faults: unknown[] = [];
  const states: string[] = [];
  let caughtUp = 0;
  let clockAhead = 0;
  async function take(delivery: Delivery): Promise<Taken> {
    await changes.commits;
    if (disk.full) throw Object.assign(new Error("The disk is full."), { code: "FULL" });
    const [one] = store.take([delivery]);
    taken.push(delivery);
    return one as Taken;
  }
  const provider = relayProvider({
    invitation: async () => (typeof invitation === "string" ? invitation : writeInvitation(invitation)),
    key: async () => changes.key ?? null,
    requestFor: (url) => (url.startsWith("https:") ? secureRequest : request),
    routeTo: changes.routeTo ?? (() => ({})),
    now: Date.now,
    subscription: () => ({
      sourceOf,
      take,
      now: Date.now,
      receive: (incoming) =>
        receive(incoming, {
          take,
          now: Date.now,
          signingSecrets: async () => ({ secrets: secrets.all, unreadable: false }),
          onSigned() {},
        }),
      silent: changes.silent ?? false,
      onLeft: (left) => told.push(left),
      onCaughtUp() {
        caughtUp += 1;
      },
      onClockAhead() {
        clockAhead += 1;
      },
      whenKeeping: () => (disk.full ? disk.back.promise : Promise.resolve()),
      onFault: (error) => faults.push(error),
    }),
  });
  const supervisor = createSupervisor({
    provider: () => provider,
    port: () => 1,
    now: Date.now,
    random: () => 0,
    log: { info() {}, warn() {} },
    onFault: (error) => faults.push(error),
  });
  supervisor.onState(({ state }) => states.push(state));
  onTestFinished(supervisor.close);
  const received = () => new Set(taken.map(({ body }) => JSON.parse(Buffer.from(body).toString()).id)).size;
  return {
    store,
    disk,
    secrets,
    supervisor,
    provider,
    taken,
    told,
    faults,
    states,
    caughtUp: () => caughtUp,
    clockAhead: () => clockAhead,
    start: () => supervisor.apply(),
    /** So many different bookings are kept. */
    has: (count: number) => eventually(async () => (received() >= count ? true : null)),
    is: (state: string) =>
      eventually(async () => (supervisor.state().state === state ? supervisor.state() : null)),
    /** It was in that state, from now on or before. */
    was: (state: string) =>
      eventually(async () => {
        const at = states.lastIndexOf(state);
        return at < 0 ? null : states.splice(0, at + 1);
      }),
  };
}
