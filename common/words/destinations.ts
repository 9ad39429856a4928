import type { DestinationView } from "../destination-view.ts";
import type { DestinationKind } from "../destinations.ts";
import { type Count, counted } from "./counted.ts";
import { listed } from "./listed.ts";

export interface KindWords {
  readonly name: string;
  /** What it is for, where one is added. */
  readonly help: string;
  /** The title of the screen that adds one. */
  readonly add: string;
  readonly address: string;
  readonly addressHelp: string;
  readonly example: string;
  readonly steps: readonly string[];
}

const kinds: Record<DestinationKind, KindWords> = {
  slack: {
    name: "Slack channel",
    help: "A message for each change, as an app of yours.",
    add: "New Slack channel",
    address: "Webhook URL",
    addressHelp: "It begins with https://hooks.slack.com/services/.",
    example: "#sales",
    steps: [
      "Open api.slack.com/apps and create an app, From scratch, in your workspace.",
      "Under Incoming Webhooks, switch them on.",
      "Press Add New Webhook to Workspace, and choose the channel.",
      "Copy the Webhook URL and paste it above.",
    ],
  },
  workflow: {
    name: "Slack workflow",
    help: "Starts a workflow of yours, without an app.",
    add: "New Slack workflow",
    address: "Web request URL",
    addressHelp: "It begins with https://hooks.slack.com/triggers/.",
    example: "Sales workflow",
    steps: [
      "In Slack’s Workflow Builder, make a workflow that starts From a webhook.",
      "Under Set Up Variables, add those below. Each of them is a text.",
      "Add a step that sends a message, for example with the variable text.",
      "Publish it, copy the Web request URL and paste it above.",
    ],
  },
  url: {
    name: "Any URL",
    help: "Zapier, Make, n8n, Home Assistant, or a script.",
    add: "New URL",
    address: "URL",
    addressHelp: "https anywhere; http in your home network only.",
    example: "Zapier",
    steps: [
      "Zapier: trigger Webhooks by Zapier, Catch Hook.",
      "Make: module Webhooks, Custom webhook.",
      "n8n: a Webhook node, and its production URL. The workflow has to be active.",
      "Home Assistant: an automation with the trigger Webhook.",
      "A script: anything that takes a POST and answers with 200.",
    ],
  },
};

/** The words for where changes are sent besides the desktop. */
export const destinations = {
  title: "Send to Slack, Zapier, …",
  nothing: "Nothing leaves this computer",
  count: ({ count }: Count) => counted(count, "destination"),
  noRules: ({ count }: Count) =>
    `${counted(count, "destination")}, but no rule is on: nothing leaves this computer`,
  intro:
    "Bookbell can tell a Slack channel, a workflow or any program when a booking changes. Without a destination and a rule, nothing is sent.",
  happens: {
    title: "What happens with a change",
    desktop: "On this computer",
    notify: ({ kinds }: { kinds: string }) => `Notifies: ${kinds}.`,
    "no-sound": ({ kinds }: { kinds: string }) => `Notifies without a sound: ${kinds}.`,
    list: ({ kinds }: { kinds: string }) => `Lists only: ${kinds}.`,
    ignore: ({ kinds }: { kinds: string }) => `Off: ${kinds}.`,
    projects: ({ count }: Count) => `Otherwise for ${counted(count, "project")}.`,
    always: "Rules send also while notifications are paused, in quiet hours and while presenting.",
    noRule: "No rule yet, so nothing is sent.",
    add: "Add a rule",
    addHelp: "Which changes go where, and how much of them.",
  },
  all: "Destinations",
  adding: "Add a destination",
  kinds,
  at: ({ host, lastFour }: { host: string; lastFour: string }) => `${host} …${lastFour}`,
  standing: {
    working: "Working",
    failing: ({ since }: { since: string }) => `Failing since ${since}`,
    stopped: ({ since }: { since: string }) => `Stopped since ${since}`,
    unreadable: "Nothing can be sent",
  },
  messages: ({ waiting, givenUp }: { waiting: number; givenUp: number }) =>
    [waiting > 0 && `${waiting} waiting`, givenUp > 0 && `${givenUp} not sent`].filter(Boolean).join(" · "),
  messagesTo: ({ label, messages }: { label: string; messages: string }) => `${label}: ${messages}`,
  test: "Send a test",
  testTo: ({ label }: { label: string }) => `Send a test to ${label}`,
  testing: "Sending…",
  tested: ({ host }: { host: string }) => `${host} took the test message`,
  leaves: ({ host }: { host: string }) => `This leaves your computer for ${host}`,
} as const;

/** The words for the form of one destination. */
export const destination = {
  label: "Name",
  labelHelp: "As you call it.",
  show: "Show what is typed",
  staysHelp: ({ at }: { at: string }) => `${at} stays unless you paste another one.`,
  secret: "Whoever has it can write there, so it is never shown again.",
  save: "Save",
  add: "Add",
  saved: "Destination saved",
  added: "Destination added. A rule says what is sent there.",
  howTo: "Where to get it",
  variables: "Variables",
  kept: {
    encrypted: "Saved, encrypted by this system’s keyring.",
    plain: "Saved here without encryption.",
    session:
      "This system has no keyring, so the address is forgotten when Bookbell quits. Paste it again to save it without encryption.",
    unreadable: "",
  } satisfies Record<DestinationView["kept"], string>,
  keepPlain: "Save it here without encryption",
  status: "Status",
  testHelp: "A message that is marked as a test, of a booking that nobody made.",
  rules: "Rules",
  rulesHelp: ({ count }: Count) =>
    count === 0 ? "No rule sends anything here yet." : `${counted(count, "rule")} can send here.`,
  messages: "Messages",
  key: {
    title: "Signing key",
    help: "Each message is signed as Standard Webhooks say. With this key a receiver can tell that it comes from you.",
    copy: "Copy key",
    copied: "Copied",
    copySaid: "Signing key copied",
    name: "New key",
    renewHelp: "If somebody has it who should not.",
    until: ({ when }: { when: string }) => `Until ${when}, messages are signed with the key before, too.`,
    action: "Renew",
    actionName: "Renew the signing key",
    sure: "Make a new key? Messages are signed with both for a day: give the receiver the new one until then.",
    done: "New signing key made",
  },
  remove: {
    name: "Remove this destination",
    help: "Its address is forgotten.",
    action: "Remove",
    actionName: "Remove this destination",
    sure: ({ rules, waiting }: { rules: number; waiting: number }) => {
      const gone = [
        rules > 0 && (rules === 1 ? "its rule" : `its ${rules} rules`),
        waiting > 0 && counted(waiting, "waiting message"),
      ].filter((part) => part !== false);
      return gone.length === 0
        ? "Remove this destination?"
        : `Remove this destination? With it ${listed(gone)} will be gone.`;
    },
    done: "Destination removed",
  },
  gone: { title: "This destination is gone", text: "It was removed, with its rules and what waited for it." },
} as const;
