import type { AddressView } from "../../common/view.ts";

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
} as const;
