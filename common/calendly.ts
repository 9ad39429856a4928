import type { Problem } from "./problems.ts";

/** How the connection to Calendly is; moments are epoch milliseconds. */
export type CalendlyView =
  | { readonly state: "off" | "checking" }
  | { readonly state: "failed"; readonly problem: Problem }
  | {
      readonly state: "on";
      /** Whose token it is. */
      readonly name: string;
      readonly webhook: {
        /** Stale: it posts to an address that is Bookbell's no more. */
        readonly state: "none" | "active" | "retrying" | "disabled" | "stale";
        /** When Bookbell last set it up anew because Calendly had disabled it; null = it did not. */
        readonly renewedAt: number | null;
        /** What stood in the way of it the last time. */
        readonly problem: Problem | null;
      };
      readonly caughtUpAt: number | null;
      /** Of asking for what was missed. */
      readonly problem: Problem | null;
      /** How many bookings could not be read. */
      readonly unread: number;
    };
