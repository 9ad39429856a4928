import type * as z from "zod/mini";
import type { Ask, AskInput, AskOutput } from "./ipc/ask.ts";
import { activityAsks, bookingAsks } from "./ipc/bookings.ts";
import { deliveryAsks, exportAsks, privacyAsks } from "./ipc/deliveries.ts";
import { destinationAsks } from "./ipc/destinations.ts";
import { fullScreenAsks } from "./ipc/full-screen.ts";
import { addressAsks, proofAsks, timekitAsks, tunnelAsks } from "./ipc/reception.ts";
import { alertAsks, secretAsks, serviceAsks, settingAsks, updateAsks, windowAsks } from "./ipc/settings.ts";
import { type Tell, tells } from "./ipc/tells.ts";
import type { JsonOf } from "./json.ts";
import type { Problem } from "./problems.ts";

/**
 * All that passes between page and main: what the page asks, by group, and what main tells it by itself. Main's handlers
 * and masks, the preload bridge, the page's requests and the mock of its tests are derived from this one value.
 */
export const ipc = {
  asks: {
    window: windowAsks,
    bookings: bookingAsks,
    activity: activityAsks,
    deliveries: deliveryAsks,
    privacy: privacyAsks,
    exports: exportAsks,
    settings: settingAsks,
    alerts: alertAsks,
    secrets: secretAsks,
    updates: updateAsks,
    address: addressAsks,
    tunnel: tunnelAsks,
    proof: proofAsks,
    timekit: timekitAsks,
    services: serviceAsks,
    destinations: destinationAsks,
    fullScreen: fullScreenAsks,
  },
  tells,
} as const;

/** What an asked main answers: the page switches on `code`, never on text. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Problem };

/** The same as it passes the bridge where it can be long. */
export type LongAnswer<T> =
  | { readonly ok: true; readonly json: JsonOf<T> }
  | (Answer<T> & { readonly ok: false });

/** Whatever is asked. */
export type AnyAsk = Ask<z.ZodMiniType, unknown>;

type Asks = (typeof ipc)["asks"];
type Group = keyof Asks;

/** The name of an ask is its channel's, such as "bookings.get". */
export type AskName = { [G in Group]: `${G}.${keyof Asks[G] & string}` }[Group];
type AskOf<Name extends AskName> = Name extends `${infer G extends Group}.${infer Own}`
  ? Asks[G][Own & keyof Asks[G]]
  : never;
export type InputOf<Name extends AskName> = AskInput<AskOf<Name>>;
export type OutputOf<Name extends AskName> = AskOutput<AskOf<Name>>;

export type TellName = keyof typeof tells;
export type MessageOf<Name extends TellName> =
  (typeof tells)[Name] extends Tell<infer Message> ? Message : never;

/** One function for each ask, in its group. */
export type Requests = {
  readonly [G in Group]: {
    readonly [Own in keyof Asks[G]]: (
      input: AskInput<Asks[G][Own]>,
    ) => Promise<Answer<AskOutput<Asks[G][Own]>>>;
  };
};

/** The requests as they pass the bridge. */
export type BridgeRequests = {
  readonly [G in Group]: {
    readonly [Own in keyof Asks[G]]: (input: AskInput<Asks[G][Own]>) => Promise<AnswerOf<Asks[G][Own]>>;
  };
};
type AnswerOf<One> =
  One extends Ask<z.ZodMiniType, unknown, true> ? LongAnswer<AskOutput<One>> : Answer<AskOutput<One>>;

/** What the page finds at `window.bookbell`; each function of `on` gives one that stops listening. */
export interface Bridge extends BridgeRequests {
  readonly on: {
    readonly [Name in TellName]: (listen: (message: MessageOf<Name>) => void) => () => void;
  };
}

/** The groups again, with what `make` gives for each ask. */
export function eachAsk<T>(make: (name: AskName, ask: AnyAsk) => T) {
  const groups = Object.entries(ipc.asks).map(([group, asks]) => [
    group,
    Object.fromEntries(
      Object.entries(asks).map(([own, ask]) => [own, make(`${group}.${own}` as AskName, ask)]),
    ),
  ]);
  return Object.fromEntries(groups) as Record<Group, Record<string, T>>;
}
