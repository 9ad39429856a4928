import type { Page } from "@playwright/test";
import type { DestinationView, OutgoingLine } from "../../common/destination-view.ts";
import type { Message, Rule } from "../../common/destinations.ts";
import { alertKinds } from "../../common/policy.ts";
import { problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import { testMessage } from "../../main/destinations/message.ts";
import { english } from "../support/english.ts";
import { aDestination } from "../support/outgoing.ts";
import { at, now, typicalDay, view } from "./views.ts";

const ids = {
  sales: "6f1f7a1c-6c56-4d0b-a8b1-2f1f7a1c2d01",
  zap: "6f1f7a1c-6c56-4d0b-a8b1-2f1f7a1c2d02",
  flow: "6f1f7a1c-6c56-4d0b-a8b1-2f1f7a1c2d03",
  rule: "6f1f7a1c-6c56-4d0b-a8b1-2f1f7a1c2d11",
} as const;

const salesDemo = { id: "demo", name: "Sales Demo" };
const lessons = { id: "lessons", name: "Guitar lessons" };

/** A working channel, unless `more` says otherwise. */
export const channel = (more: Partial<DestinationView> = {}): DestinationView => ({
  ...aDestination(ids.sales, { label: "#sales" }),
  kept: "encrypted",
  earlierKeyUntil: null,
  ...more,
});

export const zap = (more: Partial<DestinationView> = {}): DestinationView =>
  channel({ id: ids.zap, kind: "url", label: "Zapier", host: "hooks.zapier.com", lastFour: "8a1b", ...more });

export const workflow = (more: Partial<DestinationView> = {}): DestinationView =>
  channel({ id: ids.flow, kind: "workflow", label: "Sales workflow", lastFour: "77ef", ...more });

/** New and moved bookings of one project, to the channel. */
export const salesRule = (more: Partial<Rule> = {}): Rule => ({
  id: ids.rule,
  on: true,
  kinds: ["new", "moved"],
  projects: [salesDemo],
  hosts: null,
  destination: ids.sales,
  detail: "time",
  since: at("9:00", -5),
  ...more,
});

/** The address of a channel does not work any more, and a program does not answer. */
export const troubled: Pick<View, "destinations" | "rules"> = {
  destinations: [
    channel({
      standing: { state: "stopped", since: at("9:12", -1), why: problem("slack-removed") },
      waiting: 3,
    }),
    zap({
      standing: {
        state: "failing",
        since: at("14:20"),
        failures: 4,
        why: problem("destination-silent", { host: "hooks.zapier.com" }),
      },
      waiting: 1,
      givenUp: 1,
    }),
    workflow(),
  ],
  rules: [
    salesRule(),
    salesRule({
      id: "6f1f7a1c-6c56-4d0b-a8b1-2f1f7a1c2d12",
      kinds: alertKinds,
      projects: null,
      hosts: [{ id: "doc", name: "Emmett Brown" }],
      destination: ids.zap,
      detail: "everything",
      on: false,
    }),
  ],
};

/** That and how a message could have been sent, with all that could leave. */
function aMessage(id: string, more: Partial<Message> = {}): Message {
  const made = testMessage("everything", id, now, english);
  return {
    ...made,
    test: false,
    at: at("14:20"),
    bookingId: id,
    time: { start: at("15:00", 2), end: at("15:30", 2), allDay: false },
    project: salesDemo,
    names: {
      customer: "Marty McFly",
      others: [],
      host: { id: "doc", name: "Emmett Brown", timeZone: "Europe/Copenhagen" },
    },
    ...more,
  };
}

/** Newest first: two of the project, one of another; one of the texts is hostile. */
export const someMessages: readonly Message[] = [
  aMessage("m3", {
    kind: "moved",
    previous: { start: at("10:00", 1), end: at("10:30", 1), allDay: false },
  }),
  aMessage("m2", { at: at("9:05", -1), project: lessons }),
  aMessage("m1", {
    at: at("9:02", -3),
    names: {
      customer: "<b>*Biff*</b> <!channel> https://evil.example",
      others: ["Jennifer Parker"],
      host: { id: "marty", name: "Marty McFly", timeZone: "" },
    },
  }),
];

const line = (seq: number, more: Partial<OutgoingLine>): OutgoingLine => ({
  seq,
  message: aMessage(`w${seq}`, { detail: "time", names: null, rest: null }),
  owedAt: at("14:20"),
  state: "waiting",
  tries: 0,
  doubtful: false,
  why: null,
  ...more,
});

/** One that was given up and may have arrived, one that was tried, one that was not. */
export const someLines: readonly OutgoingLine[] = [
  line(1, {
    message: aMessage("w1", { kind: "moved", previous: null }),
    owedAt: at("9:05", -1),
    state: "given-up",
    tries: 3,
    doubtful: true,
    why: problem("destination-turned-down", { host: "hooks.zapier.com", status: 400 }),
  }),
  line(2, { tries: 4, why: problem("destination-silent", { host: "hooks.zapier.com" }) }),
  line(3, { message: aMessage("w3", { kind: "cancelled", project: null, time: null }) }),
];

/** A typical day with these destinations and rules. */
export const sending = (
  destinations: readonly DestinationView[],
  rules: readonly Rule[] = [],
  more: Partial<View> = {},
): View => view(typicalDay, { destinations, rules, ...more });

export async function openDestinations(page: Page) {
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await page.getByRole("button", { name: /^Send to Slack/ }).click();
}

/** Opens what begins so in the list of destinations, rules and what can be added. */
export const openThere = (name: RegExp) => async (page: Page) => {
  await openDestinations(page);
  await page.getByRole("button", { name }).first().click();
};
