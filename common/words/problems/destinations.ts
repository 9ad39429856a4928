import { spans } from "../spans.ts";
import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with where changes are sent: its address, and what it answers. */
export const destinationProblems = {
  "target-malformed": {
    message: "This isn’t an address that can be sent to.",
    remedy: "Paste the whole address; it begins with https://.",
  },
  "target-unencrypted": {
    message: "That address is neither encrypted nor in your home network.",
    remedy: "Use one that begins with https://.",
  },
  "target-open": {
    message: "Not encrypted: others on this network could read it.",
    remedy: "Use https:// if the receiver can.",
  },
  "target-login": {
    message: "That address has a user name or a password in it.",
    remedy: "Use one without: what stands before the @ is never sent.",
  },
  "target-reserved": {
    message: "That address is reserved for the network itself.",
    remedy: "Use the receiver’s own address.",
  },
  "target-own": {
    message: "That is Bookbell’s own address.",
    remedy: "Paste the address of the receiver.",
  },
  "target-n8n-test": { message: "This is n8n’s test address.", remedy: "Use the production one." },
  "target-slack": {
    message: "This is an address of Slack’s.",
    remedy: "Choose Slack as the kind of destination, so that the message takes its form.",
  },
  "target-not-slack": {
    message: "This isn’t the address of a Slack webhook.",
    remedy: "Copy it from your Slack app; it begins with https://hooks.slack.com/services/.",
  },
  "target-not-workflow": {
    message: "This isn’t the address of a Slack workflow.",
    remedy: "Copy it from the workflow’s first step; it begins with https://hooks.slack.com/triggers/.",
  },

  "slack-removed": {
    message: "Slack says this webhook was removed.",
    remedy: "Make a new one in Slack and paste it here.",
  },
  "slack-archived": {
    message: "The channel is archived.",
    remedy: "Unarchive it, or choose another.",
  },
  "slack-not-allowed": {
    message: "Your Slack admins don’t allow this.",
    remedy: "Ask them, or choose another channel.",
  },
  "slack-turned-down": {
    message: ({ word }) => `Slack rejected the message (${word}).`,
    remedy: "Look at the booking in Bookbell; later messages go on.",
  },
  "slack-busy": {
    message: "Slack is limiting requests.",
    remedy: "Bookbell will continue automatically.",
  },

  "destination-stopped": {
    message: ({ label }) => `Nothing is sent to “${label}” any more.`,
    remedy: "Open it to see why, and what to do.",
  },
  "destination-down": {
    message: ({ label }) => `Nothing can be sent to “${label}” right now.`,
    remedy: "Bookbell keeps trying. Open it to see why.",
  },
  "messages-given-up": {
    message: ({ count }) =>
      count === 1 ? "A message couldn’t be sent." : `${count} messages couldn’t be sent.`,
    remedy: "Open the list to send it again, or to discard it.",
  },
  "message-late": {
    message: "It couldn’t be sent in time to be of use.",
    remedy: "Send it again if it still is.",
  },
  "target-unreadable": {
    message: "Its address can’t be read.",
    remedy: "Unlock your keyring, or paste the address once more.",
  },

  "destination-silent": {
    message: ({ host }) => `${host} doesn’t answer.`,
    remedy: "Check that it is running; Bookbell keeps trying.",
  },
  "destination-uncertified": {
    message: ({ host }) => `${host} can’t prove that it is itself.`,
    remedy: "Its certificate is self-signed or has expired: renew it; Bookbell keeps trying.",
  },
  "destination-failing": {
    message: ({ host, status }) => `${host} answers with an error (${status}).`,
    remedy: "Look there; Bookbell keeps trying.",
  },
  "destination-busy": {
    message: ({ host }) => `${host} is limiting requests.`,
    remedy: "Bookbell will continue automatically.",
  },
  "destination-elsewhere": {
    message: ({ host }) => `${host} points to another address, which Bookbell doesn’t follow.`,
    remedy: "Enter the address that it points to.",
  },
  "destination-odd": {
    message: ({ host }) => `${host} sends an unexpected answer.`,
    remedy: "A sign-in page may be in the way; Bookbell keeps trying.",
  },
  "destination-clock": {
    message: ({ host, minutes }) =>
      `This computer’s clock is ${spans.minutes({ count: minutes })} off, so ${host} refuses.`,
    remedy: "Set it right in your system settings.",
  },
  "destination-turned-down": {
    message: ({ host, status }) => `${host} rejected the message (${status}).`,
    remedy: "Look at what it expects.",
  },
  "destination-not-allowed": {
    message: ({ host, status }) => `${host} doesn’t let Bookbell in (${status}).`,
    remedy: "Check its address and its key.",
  },
  "destination-gone": {
    message: ({ host }) => `${host} no longer accepts messages (410).`,
    remedy: "Make a new address there and paste it here.",
  },
  "destination-long-silent": {
    message: ({ host, days }) => `${host} hasn’t accepted anything for ${spans.days({ count: days })}.`,
    remedy: "See whether it still runs, then send a test.",
  },
} satisfies Partial<ProblemCatalogue>;
