import type { AddressView } from "../view.ts";
import { counted } from "./counted.ts";

/** The words for the address that Timekit posts to. */
export const address = {
  name: "Webhook URL",
  help: "Contains your secret; paste it into Timekit only.",
  local: "Only works on this computer: Timekit can’t reach it.",
  kept: {
    encrypted: "Saved, encrypted by this system’s keyring.",
    plain: "Saved in your settings file, as this system has no keyring.",
    unreadable: "This system’s keyring doesn’t give it now; bookings still arrive.",
  } satisfies Record<AddressView["kept"], string>,
  renew: {
    name: "New webhook URL",
    help: "If somebody has it who should not. The old one works for another day.",
    action: "Renew",
    actionName: "Renew the webhook URL",
    sureByHand:
      "Make a new webhook URL? Copy it into Timekit’s webhooks within a day: then the old one ends.",
    sureRegistered:
      "Make a new webhook URL? The webhooks that Bookbell registered move by themselves; replace others within a day: then the old one ends.",
    done: "New webhook URL made",
  },
  end: {
    name: "Old webhook URL",
    untilNone: ({ when }: { when: string }) => `Works until ${when}. Nothing has come over it since.`,
    untilCame: ({ when, count, last }: { when: string; count: number; last: string }) =>
      `Works until ${when}. ${counted(count, "booking")} came over it since, the last ${last}.`,
    action: "End now",
    actionName: "End now: the old webhook URL",
    sure: "End the old webhook URL now? What Timekit still posts there is rejected.",
    done: "Old webhook URL ended",
  },
} as const;
