import type { AddressView } from "../view.ts";
import { counted } from "./counted.ts";

/** The words for the address that Timekit posts to. */
export const address = {
  name: "Address",
  help: "With its secret part, for Timekit.",
  local: "It works on this computer only: Timekit cannot reach it.",
  kept: {
    encrypted: "Kept encrypted by this system’s keyring.",
    plain: "Kept in your settings file, as this system has no keyring.",
    unreadable: "This system’s keyring does not give it now; bookings still arrive.",
  } satisfies Record<AddressView["kept"], string>,
  renew: {
    name: "New address",
    help: "If somebody has it who should not. The old one works for another day.",
    action: "Renew",
    actionName: "Renew the address",
    sureByHand: "Make a new address? Copy it into Timekit’s webhooks within a day: then the old one ends.",
    sureRegistered:
      "Make a new address? The webhooks that Bookbell registered move by themselves; replace others within a day: then the old one ends.",
    done: "New address made",
  },
  end: {
    name: "Old address",
    untilNone: ({ when }: { when: string }) => `Works until ${when}. Nothing has come over it since.`,
    untilCame: ({ when, count, last }: { when: string; count: number; last: string }) =>
      `Works until ${when}. ${counted(count, "booking")} came over it since, the last ${last}.`,
    action: "End now",
    actionName: "End now: the old address",
    sure: "End the old address now? What Timekit still posts there is turned away.",
    done: "Old address ended",
  },
} as const;
