import type { SourceWords } from "./source-words.ts";

/** The words for bookings that Cal.com posts. */
export const calcom = {
  title: "Cal.com",
  row: "Cal.com",
  off: "Not connected",
  on: "Cal.com may post here",
  what: "Without a key, you make the webhook in Cal.com yourself, and copy an address into it.",
  privacy: "The webhook’s secret keeps others from posting bookings.",
  setUp: "Make an address",
  setUpName: "Make an address for Cal.com",
  made: "Address for Cal.com made",
  address: "Address for Cal.com",
  addressHelp: "With its secret part. Timekit has another one.",
  noPublic: "There is no public URL yet: set up a tunnel first.",
  copy: "Copy webhook URL",
  copied: "Copied",
  copySaid: "Address for Cal.com copied",
  steps: {
    title: "In Cal.com",
    all: [
      "Open Settings, Developer, Webhooks, and press New.",
      "Subscriber URL: the address that you copy here.",
      "Event triggers: all that begin with Booking. The others change nothing here.",
      "Secret: make one up, and enter it above as well. Leave Custom Payload Template off.",
      "Press Ping test: Cal.com says that it got through.",
    ],
  },
  renew: {
    actionName: "Renew the address for Cal.com",
    sure: "Make a new address? Copy it into Cal.com within a day: then the old one ends.",
  },
  end: {
    untilNone: ({ when }: { when: string }) => `Works until ${when}, so that you can change the webhook.`,
    actionName: "End now: the old address for Cal.com",
    sure: "End the old address now? What Cal.com still posts there is rejected, and doesn’t come again.",
  },
  close: {
    name: "Stop using Cal.com",
    help: "What it still posts is rejected. Bookings that came stay.",
    action: "Remove address",
    actionName: "Remove address for Cal.com",
    sure: "Remove the address? What Cal.com posts from now on is lost to Bookbell.",
    done: "Address removed",
  },
  withKey: "Cal.com with an API key",
  byHand: "Cal.com by hand",
  inBookbell: "In Bookbell",
  unfold: "By hand",
  unfoldHelp: "The address to copy, and where it goes.",
} as const satisfies SourceWords &
  Record<"withKey" | "byHand" | "inBookbell" | "unfold" | "unfoldHelp", string>;
