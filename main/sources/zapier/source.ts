import type { Source } from "../source.ts";
import { readForwarded } from "./read.ts";
import { tellsOf } from "./tells-of.ts";

/** Timekit's bookings, forwarded by a Zap: nobody signs them, so only who has the address may post. */
export const zapier: Source = {
  name: "zapier",
  bookingsOf: "timekit",
  methods: ["POST", "PUT"],
  types: null,
  // Zapier holds what met a 429, and counts anything else from 400 on as a failure of the Zap.
  busy: { status: 429, retryAfter: 60 },
  unreadable: 400,
  signatureHeader: null,
  signedBy: () => null,
  read: ({ body }) => readForwarded(body),
  tellsOf,
};
