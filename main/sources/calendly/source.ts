import type { Source } from "../source.ts";
import { readDelivery } from "./read.ts";
import { tellsOf } from "./tells-of.ts";
import { signatureHeader, signedBy } from "./verify.ts";

/** Calendly, which posts only where Bookbell has it post. */
export const calendly: Source = {
  name: "calendly",
  bookingsOf: "calendly",
  methods: ["POST"],
  types: ["json", "+json"],
  // It tries again by itself, ever more seldom, for a day.
  busy: { status: 503, retryAfter: 5 },
  // A day of failures, and it disables the whole webhook.
  unreadable: null,
  signatureHeader,
  signedBy,
  read: ({ body }) => readDelivery(body),
  tellsOf,
};
