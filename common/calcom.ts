import type { Problem } from "./problems.ts";

/** How Bookbell's webhook at Cal.com is; `template`: it posts in a form of the user's own; `incomplete`: not for all triggers. */
export type WebhookState = "none" | "right" | "elsewhere" | "off" | "template" | "incomplete";

/** How the connection to Cal.com is; moments are epoch milliseconds. */
export type CalcomView =
  | { readonly state: "off" | "checking" }
  | { readonly state: "failed"; readonly problem: Problem }
  | {
      readonly state: "on";
      /** Whose key it is. */
      readonly name: string;
      readonly webhook: {
        /** "gone": it was registered, and is not there any more. */
        readonly state: WebhookState | "gone";
        /** What is wrong with it, or stood in the way of it the last time. */
        readonly problem: Problem | null;
      };
      readonly caughtUpAt: number | null;
      /** Of asking for what was missed. */
      readonly problem: Problem | null;
      /** How many bookings could not be read. */
      readonly unread: number;
    };
