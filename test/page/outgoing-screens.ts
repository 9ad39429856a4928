import { problem } from "../../common/problems.ts";
import {
  channel,
  openDestinations,
  openThere,
  salesRule,
  sending,
  someLines,
  someMessages,
  troubled,
  workflow,
  zap,
} from "./outgoing.ts";
import type { Shown } from "./screens.ts";
import { at, typicalDay, view } from "./views.ts";

const openRule = openThere(/^New and moved bookings/);
const more = { happened: someMessages };

/** Every screen of what is sent elsewhere, in each of its states. */
export const outgoingScreens: Readonly<Record<string, Shown>> = {
  "no destination": { view: view(typicalDay), go: openDestinations },
  "a destination without a rule": { view: sending([channel()]), go: openDestinations },
  "destinations that work and that do not": { view: view(typicalDay, troubled), go: openDestinations },
  "the status of a destination that stopped": { view: view(typicalDay, troubled) },
  "a new channel": { view: view(typicalDay), go: openThere(/^Slack channel/) },
  "a new workflow": { view: view(typicalDay), go: openThere(/^Slack workflow/) },
  "a new URL that is refused": {
    view: view(typicalDay),
    more: { refused: { name: "destinations.save", problem: problem("target-n8n-test") } },
    go: async (page) => {
      await openThere(/^Any URL/)(page);
      await page.getByLabel("Name", { exact: true }).fill("n8n");
      await page.getByLabel("URL", { exact: true }).fill("https://n8n.example/webhook-test/1");
      await page.keyboard.press("Enter");
    },
  },
  "a URL in the home network, with two keys": {
    view: sending([
      zap({
        label: "Home Assistant",
        host: "homeassistant.local:8123",
        isOpen: true,
        kept: "session",
        earlierKeyUntil: at("14:35", 1),
        waiting: 2,
      }),
    ]),
    go: async (page) => {
      await openThere(/^Home Assistant/)(page);
      await page.getByRole("button", { name: "Renew the signing key" }).click();
    },
  },
  "a channel that stopped, and its end": {
    view: view(typicalDay, troubled),
    go: async (page) => {
      await openThere(/^#sales/)(page);
      await page.getByRole("button", { name: "Remove this destination" }).click();
    },
  },
  "a new rule": { view: sending([channel(), zap()]), more, go: openThere(/^Add a rule/) },
  "a rule to a channel": { view: sending([channel()], [salesRule({ detail: "names" })]), more, go: openRule },
  "a rule to a workflow": {
    view: sending([workflow()], [salesRule({ destination: workflow().id })]),
    more,
    go: openRule,
  },
  "a rule to a URL": {
    view: sending([zap()], [salesRule({ destination: zap().id, detail: "everything" })]),
    more,
    go: openRule,
  },
  "messages that wait and that were given up": {
    view: sending([zap({ ...troubled.destinations[1], waiting: 2, givenUp: 1 })]),
    more: { messages: someLines },
    go: openThere(/^Zapier: 2 waiting/),
  },
  "no messages any more": {
    view: sending([zap({ givenUp: 1 })]),
    go: openThere(/^Zapier: 1 not sent/),
  },
};
