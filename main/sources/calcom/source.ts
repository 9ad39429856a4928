import type { Source } from "../source.ts";
import { signedBy } from "../timekit/verify.ts";
import { readCalcom } from "./read.ts";
import { tellsOf } from "./tells-of.ts";

/** Cal.com, its own cloud or anybody's server. */
export const calcom: Source = {
  name: "calcom",
  bookingsOf: "calcom",
  methods: ["POST"],
  // A template of the user's own is posted as a form: taken in, so that the log can say what to mend.
  types: ["json", "+json", "urlencoded"],
  // It posts once; what comes later is by hand, or asked for.
  busy: { status: 503, retryAfter: 5 },
  unreadable: 400,
  // The lower-case hex HMAC-SHA256 of the raw body, as Timekit's is; "no-secret-provided" without one. Source: calcom/cal.com.
  signatureHeader: "x-cal-signature-256",
  signedBy,
  read: ({ body }) => readCalcom(body),
  tellsOf,
};
