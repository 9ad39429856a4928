import type { Problem } from "./problems.ts";

/** Timekit's graphs and the states that each can send a webhook for. Source: its graph pages, and Pipedream's list. */
export const graphs = {
  instant: [
    "confirmed",
    "completed",
    "cancelled",
    "cancelled_by_customer",
    "rescheduled_by_customer",
    "error",
  ],
  confirm_decline: [
    "tentative",
    "confirmed",
    "declined",
    "completed",
    "cancelled",
    "cancelled_by_customer",
    "rescheduled_by_customer",
    "error",
  ],
  instant_payment: [
    "tentative",
    "paid",
    "unpaid",
    "completed",
    "cancelled",
    "cancelled_by_customer",
    "rescheduled_by_customer",
    "error",
  ],
  group_owner: ["tentative", "completed", "cancelled"],
  group_customer: ["confirmed", "completed", "cancelled_by_customer", "cancelled_by_owner", "error"],
  group_customer_payment: [
    "tentative",
    "paid",
    "unpaid",
    "completed",
    "cancelled_by_owner",
    "cancelled_by_customer",
    "error",
  ],
  reservation: ["reserved", "expired"],
} as const;
export type Graph = keyof typeof graphs;
export const graphNames = Object.keys(graphs) as Graph[];

/** One webhook covers one of these. */
export interface GraphState {
  readonly graph: string;
  readonly state: string;
}

/** Whoever or whatever is booked. */
export interface Resource {
  readonly id: string;
  readonly name: string;
}

/** The connection to Timekit's own API, which needs the App API key. */
export type TimekitView =
  | { readonly state: "off" }
  | { readonly state: "checking" }
  | { readonly state: "failed"; readonly problem: Problem }
  | {
      readonly state: "on";
      /** The name of the Timekit app. */
      readonly app: string;
      /** Whose bookings are shown; null = everybody's. */
      readonly resource: Resource | null;
      readonly webhooks: {
        readonly graphs: readonly Graph[];
        readonly registered: number;
        readonly wanted: number;
        /** They post to an address that is no longer Bookbell's. */
        readonly stale: boolean;
        readonly problem: Problem | null;
      };
      /** When Timekit was last asked for what Bookbell missed, epoch milliseconds, and what stood in the way. */
      readonly caughtUpAt: number | null;
      readonly problem: Problem | null;
      /** How many bookings could not be read then. */
      readonly unread: number;
      /** Bookings that changed while Bookbell was receiving, and of which no webhook told; 0 again with the next webhook. */
      readonly onlyByAsking: number;
    };

/** A webhook that Bookbell registered. Its address is kept without the token: that is a secret. */
export interface Webhook extends GraphState {
  readonly url: string;
  /** Null when Timekit did not tell it in a way Bookbell knows: then only a person can delete the webhook. */
  readonly id: string | null;
}
