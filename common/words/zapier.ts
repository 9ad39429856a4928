import type { SourceWords } from "./source-words.ts";

/** The words for bookings that a Zap forwards. */
export const zapier = {
  title: "Zapier",
  row: "Through Zapier",
  off: "Not connected",
  on: "A Zap may post here",
  what: "If your Timekit webhooks go to Zapier, a Zap can forward them to Bookbell.",
  privacy: "Zapier sees these bookings, and can’t sign them: whoever has this address can post a booking.",
  setUp: "Make an address",
  setUpName: "Make an address for your Zap",
  made: "Address for your Zap made",
  address: "Address for your Zap",
  addressHelp: "With its secret part. Timekit has another one.",
  noPublic: "There is no public URL yet: set up a tunnel first.",
  copy: "Copy webhook URL",
  copied: "Copied",
  copySaid: "Address for your Zap copied",
  steps: {
    title: "In Zapier",
    all: [
      "Trigger: Webhooks by Zapier, Catch Raw Hook. Give its address to Timekit’s webhooks.",
      "Action: Webhooks by Zapier, Custom Request. Method POST, URL the address that you copy here.",
      "Data: the trigger’s Raw Body, and nothing else. Add the header Content-Type: application/json.",
      "Test the step: the booking is in Bookbell’s delivery log at once.",
    ],
  },
  renew: {
    actionName: "Renew the address for your Zap",
    sure: "Make a new address? Copy it into your Zap within a day: then the old one ends.",
  },
  end: {
    untilNone: ({ when }: { when: string }) => `Works until ${when}, so that you can change the Zap.`,
    actionName: "End now: the old address for your Zap",
    sure: "End the old address now? What your Zap still posts there is rejected.",
  },
  close: {
    name: "Stop using Zapier",
    help: "What a Zap still posts is rejected. Bookings that came stay.",
    action: "Remove address",
    actionName: "Remove address for your Zap",
    sure: "Remove the address? Zapier counts what your Zap posts from now on as failed.",
    done: "Address removed",
  },
} as const satisfies SourceWords;
