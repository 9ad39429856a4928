import type { Graph } from "../timekit.ts";
import { counted } from "./counted.ts";

const graphs: Readonly<Record<Graph, string>> = {
  instant: "Booked at once",
  confirm_decline: "You confirm or decline",
  instant_payment: "Paid at booking",
  group_owner: "Classes",
  group_customer: "Places in classes",
  group_customer_payment: "Paid places in classes",
  reservation: "Reservations",
};

/** The words for Timekit's webhooks, registered by Bookbell or by hand. */
export const webhooks = {
  title: "Webhooks",
  help: "Which bookings should Timekit tell Bookbell about?",
  graphs,
  register: "Register webhooks",
  update: "Update webhooks",
  end: "Remove webhooks",
  registered: ({ count, wanted }: { count: number; wanted: number }) => `${count} of ${wanted} registered.`,
  none: "None registered yet.",
  left: ({ count }: { count: number }) =>
    `${counted(count, "webhook")} of this computer’s own address ${count === 1 ? "is" : "are"} not needed any more.`,
  done: "Webhooks updated",
  busy: "Asking Timekit…",

  byHand: "By hand: one address per graph and state",
  steps: [
    "In Timekit’s admin, open API Settings, then Webhooks.",
    "Add one webhook for each graph and state you use.",
    "Paste the address that you copy here for it.",
  ],
  graph: "Graph",
  states: ({ graph }: { graph: string }) => `States of ${graph}`,
  copy: "Copy",
  copyFor: ({ graph, state }: { graph: string; state: string }) => `Copy address for ${graph}, ${state}`,
  copied: "Copied",
  copySaid: ({ state }: { state: string }) => `Address for ${state} copied`,
} as const;
