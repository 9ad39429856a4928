import type { Source } from "../source.ts";
import { readDelivery } from "./read.ts";
import { tellsOf } from "./tells-of.ts";
import { signatureHeader, signedBy } from "./verify.ts";

export const timekit: Source = {
  name: "timekit",
  types: ["json", "+json"],
  signatureHeader,
  signedBy,
  read: ({ body }) => readDelivery(body),
  tellsOf,
};
