import type { Source } from "../source.ts";
import { readDelivery } from "./read.ts";
import { tellsOf } from "./tells-of.ts";
import { signatureHeader, signedBy } from "./verify.ts";

export const timekit: Source = {
  name: "timekit",
  bookingsOf: "timekit",
  methods: ["POST"],
  types: ["json", "+json"],
  busy: { status: 503, retryAfter: 5 },
  unreadable: 400,
  signatureHeader,
  signedBy,
  read: ({ body }) => readDelivery(body),
  tellsOf,
};
