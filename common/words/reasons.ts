import type { DeliveryReason } from "../reasons.ts";

type ReasonOf<Code extends DeliveryReason["code"]> = Extract<DeliveryReason, { code: Code }>;

/** Why a delivery was not taken in. */
const reasons: {
  readonly [Code in DeliveryReason["code"]]: string | ((reason: ReasonOf<Code>) => string);
} = {
  signature: "The signature doesn’t match",
  method: "Not sent as POST",
  type: "Not sent as JSON",
  size: "Larger than 256 KiB",
  encoding: "Sent compressed",

  "not-json": "The body is not JSON in UTF-8.",
  "too-deep": ({ levels }) => `The body is nested in more than ${levels} levels.`,
  "no-object": "This is not a Timekit booking: the body must be one JSON object.",
  "no-text": ({ fields }) => `This is not a Timekit booking: ${fields.join(", ")} must be a text.`,
  "read-failed": ({ error }) => `Bookbell cannot read this body (${error}).`,
  "not-kept": ({ error }) => `Bookbell cannot keep this (${error}).`,

  "as-told": ({ text }) => text,
};

/** What is said of it in the log, and to whoever sent what could not be read. */
export function reasonWords(reason: DeliveryReason): string {
  // A reason carries what its own code needs.
  const said = reasons[reason.code] as string | ((reason: DeliveryReason) => string);
  return typeof said === "string" ? said : said(reason);
}
