import type { DeliveryReason } from "../reasons.ts";

type ReasonOf<Code extends DeliveryReason["code"]> = Extract<DeliveryReason, { code: Code }>;

/** Why a delivery was not taken in, or what to mend though it was. */
const reasons: {
  readonly [Code in DeliveryReason["code"]]: string | ((reason: ReasonOf<Code>) => string);
} = {
  signature: "The signature doesn’t match",
  method: "Not sent as POST",
  type: "Not sent as JSON",
  size: "Larger than 256 KiB",
  encoding: "Sent compressed",

  unsigned: "The signature doesn’t match: Bookbell looks again when the secret changes.",
  unread: "Bookbell kept this without reading it.",
  "not-json": "The body is not JSON in UTF-8.",
  "too-deep": ({ levels }) => `The body is nested in more than ${levels} levels.`,
  "no-object": "This is not a Timekit booking: the body must be one JSON object.",
  "no-text": ({ fields }) => `This is not a Timekit booking: ${fields.join(", ")} must be a text.`,
  "read-failed": ({ error }) => `Bookbell cannot read this body (${error}).`,
  "not-kept": ({ error }) => `Bookbell cannot keep this (${error}).`,

  "zap-not-utf8": "The Zap sent bytes that are no text in UTF-8: choose the payload type json.",
  "zap-xml": "The Zap sent XML, which Bookbell does not read: choose the payload type json.",
  "zap-broken-json":
    "The Zap sent broken json: quotes or line breaks in a mapped text break it, so send the Raw Body, or use the action POST.",
  "zap-neither-json-nor-form":
    "The Zap sent neither json nor a form: choose the payload type json and map id and state.",
  "zap-too-deep": ({ levels }) =>
    `The Zap sent data nested in more than ${levels} levels: map single fields.`,
  "zap-several-bookings":
    "The Zap sent several bookings: send one booking a request, without a loop or a list in Data.",
  "zap-own-message":
    "The Zap sent back what Bookbell itself had posted, which would go round for ever: let it begin with Timekit’s webhook.",
  "zap-not-mapped": ({ fields }) =>
    `The Zap sent no ${fields.join(" and no ")}: map ${fields.join(" and ")} from the trigger.`,
  "zap-no-graph":
    "The Zap sent no graph, without which “tentative” can mean three things: map graph from the trigger.",
  "zap-too-long": ({ field }) =>
    `The Zap sent more than 200 characters as ${field}: map nothing but ${field} from the trigger to it.`,
  "zap-odd-time": ({ field }) =>
    `The Zap sent ${field} in a form that can be read in more than one way: map it as it is, without a Formatter step.`,

  "calcom-template":
    "This is not what Cal.com sends by itself: switch off “Custom payload template” in its webhook’s settings.",
  "calcom-no-text": ({ fields }) => `This is not a booking of Cal.com: ${fields.join(", ")} must be a text.`,

  "zap-not-dated":
    "The Zap sent no updated_at, so an older word could pass for a newer one: map updated_at from the trigger.",

  "calendly-no-text": ({ fields }) =>
    `This is not a booking as Calendly posts it: ${fields.join(", ")} must be a text.`,

  "as-told": ({ text }) => text,
};

/** What is said of it in the log, and to whoever sent what could not be read. */
export function reasonWords(reason: DeliveryReason): string {
  // A reason carries what its own code needs.
  const said = reasons[reason.code] as string | ((reason: DeliveryReason) => string);
  return typeof said === "string" ? said : said(reason);
}
