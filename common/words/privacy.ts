import type { Removed } from "../delivery.ts";
import { counted } from "./counted.ts";

const days = {
  7: "7 days",
  30: "30 days",
  90: "90 days",
  365: "1 year",
  0: "Forever",
} as const;

/** So many, of the choices there are. */
type Days = { readonly days: keyof typeof days };

/** The words for what is kept, forgotten and written out. */
export const privacy = {
  title: "Privacy & data",
  deliveries: "Keep raw webhooks",
  deliveriesHelp: "Used by the delivery log.",
  bookings: "Keep past bookings",
  bookingsHelp: "Counted from the day they end.",
  days,
  keptFor: ({ days: kept }: Days) => `Deliveries are kept for ${days[kept]}.`,
  shorterDeliveries: ({ days: than }: Days) =>
    `Delete all raw webhooks older than ${days[than]}, now and from now on? This can’t be undone.`,
  shorterBookings: ({ days: than }: Days) =>
    `Delete all bookings that ended over ${days[than]} ago, now and from now on? This can’t be undone.`,
  remove: "Delete",
  /** In a line. */
  value: ({ bookings, deliveries }: Record<"bookings" | "deliveries", keyof typeof days>) =>
    `Bookings ${days[bookings].toLowerCase()} · webhooks ${days[deliveries].toLowerCase()}`,
  namesHidden: "Names hidden",
  cancel: "Cancel",

  forget: {
    title: "Forget a customer",
    help: "Deletes everything that names their email address. Not found: other addresses of theirs, your exports and backups, and what Timekit keeps.",
    open: "Forget…",
    field: "The customer’s email address",
    next: "Continue",
    busy: "Deleting…",
    sure: ({ mail }: { mail: string }) => `Delete everything about ${mail}? This can’t be undone.`,
    removed: ({ bookings, deliveries, alerts }: Removed) => {
      const parts = [
        bookings > 0 ? counted(bookings, "booking") : "",
        deliveries > 0 ? counted(deliveries, "delivery", "deliveries") : "",
        alerts > 0 ? counted(alerts, "alert") : "",
      ].filter(Boolean);
      return parts.length > 0 ? `Deleted ${parts.join(", ")}` : "Nothing stored for that address";
    },
    setAside: ({ count }: { count: number }) =>
      `${counted(count, "damaged bookings file")} set aside may still name them. Bookbell has kept all that could be read of ${count > 1 ? "these" : "it"}.`,
    deleteThem: ({ count }: { count: number }) => (count > 1 ? "Delete them" : "Delete it"),
    deleted: "Deleted",
  },

  exports: {
    title: "Export bookings",
    help: "For a calendar or a spreadsheet.",
    ics: "ICS",
    csv: "CSV",
    as: ({ format }: { format: string }) => `Export bookings as ${format}`,
    saved: ({ count }: { count: number }) =>
      count > 0 ? `Saved ${counted(count, "booking")}` : "Saved, without any booking",
  },

  diagnostics: {
    title: "Diagnostics file",
    help: "No names, bodies or secrets.",
    save: "Export…",
    as: "Export diagnostics…",
    saved: "Diagnostics saved",
  },
} as const;
