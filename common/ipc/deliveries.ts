import * as z from "zod/mini";
import { mailOf } from "../addresses.ts";
import {
  type Answered,
  type DeliveryDetail,
  type DeliveryPage,
  deliveryFilters,
  type Forgotten,
} from "../delivery.ts";
import { ask, kept, seq } from "./ask.ts";

/** The delivery log. */
export const deliveryAsks = {
  /** The page that follows `before`, or the newest; of all, or of what was not taken in. */
  list: ask<DeliveryPage>()(z.strictObject({ before: z.nullable(seq), only: z.enum(deliveryFilters) })),
  /** Null = it is no longer kept. */
  get: ask<DeliveryDetail | null>()(seq),
  /** Takes the stored bytes in once more, as after an update that can read them. */
  replay: ask<Answered>()(seq),
  /** Puts a curl command that posts the same body on the clipboard, without token and without signatures. */
  copyAsCurl: ask()(seq),
};

export const privacyAsks = {
  /** Removes all that is kept of a customer, by mail address; where much is kept, this takes seconds. */
  forgetCustomer: ask<Forgotten>()(kept(mailOf)),
  /** Deletes the damaged bookings files that were set aside. */
  removeSetAside: ask()(z.void()),
};

export const exportAsks = {
  /** Asks where to save, then saves; null = the user changed their mind, else how many bookings were written. */
  bookings: ask<number | null>()(z.enum(["ics", "csv"])),
  /** The same for a redacted file that helps to find a fault; false = the user changed their mind. */
  diagnostics: ask<boolean>()(z.void()),
};
