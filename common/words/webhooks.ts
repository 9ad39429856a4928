import type { Graph } from "../timekit.ts";
import { counted } from "./counted.ts";
import { listed } from "./listed.ts";

const graphs: Readonly<Record<Graph, string>> = {
  instant: "Instant bookings",
  confirm_decline: "Bookings you confirm",
  instant_payment: "Paid bookings",
  group_owner: "Classes",
  group_customer: "Class seats",
  group_customer_payment: "Paid class seats",
  reservation: "Reservations",
};

/** The words for Timekit's webhooks, registered by Bookbell or by hand. */
export const webhooks = {
  title: "Webhooks",
  help: "Which bookings should Timekit tell Bookbell about?",
  graphs,
  missing: ({ graphs }: { graphs: readonly string[] }) =>
    `Your Timekit projects use ${listed(graphs)}: unticked, you never hear of those.`,
  register: "Register webhooks",
  update: "Update webhooks",
  end: "Remove webhooks",
  registered: ({ count, wanted }: { count: number; wanted: number }) => `${count} of ${wanted} registered.`,
  none: "None registered yet.",
  left: ({ count }: { count: number }) =>
    `${counted(count, "webhook")} of this computer’s own URL ${count === 1 ? "is" : "are"} no longer needed.`,
  done: "Webhooks updated",
  busy: "Asking Timekit…",

  byHand: "Add webhooks manually",
  byHandHelp: "Without a key: one webhook for each graph and state.",
  steps: [
    "In Timekit’s admin, open API Settings, then Webhooks.",
    "Add one webhook for each graph and state you use.",
    "Paste the webhook URL that you copy here for it.",
  ],
  graph: "Graph",
  states: ({ graph }: { graph: string }) => `States of ${graph}`,
  copy: "Copy",
  copyFor: ({ graph, state }: { graph: string; state: string }) => `Copy webhook URL for ${graph}, ${state}`,
  copied: "Copied",
  copySaid: ({ state }: { state: string }) => `Webhook URL for ${state} copied`,
} as const;
