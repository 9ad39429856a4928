import type { Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import { maskedBooking } from "../../main/bookings/masked.ts";
import { changeOf, everyTold, someActivity } from "./activity.ts";
import { bookingScreens } from "./booking-screens.ts";
import type { Opening } from "./mock/opening.ts";
import { openAdvanced, openProof, openTimekit, openTunnel } from "./open-settings.ts";
import { relayScreens } from "./relay-screens.ts";
import {
  at,
  booking,
  connected,
  item,
  person,
  reach,
  secret,
  tallied,
  tally,
  tunnel,
  typicalDay,
  view,
} from "./views.ts";

/** A view, and how to get from it to the screen that is meant. */
export interface Shown {
  readonly view: View;
  readonly more?: Partial<Opening>;
  readonly go?: (page: Page) => Promise<void>;
}

const openActivity = (page: Page) => page.getByRole("button", { name: /^Activity/ }).click();
const openTab = (name: string | RegExp) => async (page: Page) => {
  await openActivity(page);
  await page.getByRole("radio", { name }).check();
};
const openSearch = (page: Page) => page.getByRole("button", { name: "Search bookings" }).click();
async function searchFor(page: Page, text: string) {
  await openSearch(page);
  await page.getByRole("searchbox").fill(text);
}

const ssh = {
  host: "server.example.com",
  port: 22,
  user: "hooks",
  keyFile: "/home/marty/.ssh/bookbell",
  socket: "/home/hooks/bookbell.sock",
  url: "https://hooks.example.com",
  hostKey: "",
};
const through = reach("receiving", { host: "hooks.example.com" });
const reached = { tunnel: 212, receiver: 240, store: 247 };
const stopped = { step: "notification", problem: problem("notifications-failed") } as const;
const hostKey = "SHA256:uNiVztksCsDhcc0u9e8BrhZpgQIhLUUhhlYa3PnBjQY";

/** Every screen of the way from Timekit to this computer, in each of its states. */
export const reachScreens: Readonly<Record<string, Shown>> = {
  "a newer version that is ready": {
    view: view(typicalDay, { updates: { state: "ready", version: "1.2.0" } }),
    go: (page) => page.getByRole("button", { name: /^Settings/ }).click(),
  },
  "a newer version that somebody else installs, and an outdated Electron": {
    view: view(typicalDay, {
      updates: { state: "available", version: "1.2.0", known: false },
      electron: { version: "33.2.1", outdated: true, known: false },
    }),
  },
  "a day without reception": {
    view: view(typicalDay, {
      ...tunnel("cloudflare-quick"),
      ...reach("not-receiving", { problem: problem("front-door-silent") }),
    }),
  },
  "a day of refused bookings": {
    view: view(typicalDay, tallied({ unsigned: tally(3), unreadable: tally(1) })),
  },
  "a wrong clock, and webhooks that lead elsewhere": {
    view: view(typicalDay, { clockError: 18_000_000, timekit: { ...connected, onlyByAsking: 5 } }),
  },
  "a Bookbell that is not set up": { view: view([], reach("off")) },
  "a Bookbell that Timekit was never told of": {
    view: view([], { ...reach("receiving", { given: false }), ...tallied({}) }),
  },
  "a day with a new address": {
    view: view(typicalDay, {
      ...tunnel("cloudflare-quick"),
      ...reach("receiving", { host: "seasonal-deck-organisms-sf.trycloudflare.com", moved: true }),
    }),
  },
  "a day on which anyone can post": { view: view(typicalDay, { ...through, uncheckedKnown: false }) },
  "the choice of a tunnel": { view: view(typicalDay), go: openTunnel },
  "a quick tunnel": {
    view: view(typicalDay, {
      ...tunnel("cloudflare-quick"),
      ...reach("receiving", { host: "seasonal-deck-organisms-sf.trycloudflare.com" }),
      cloudflared: { state: "found", file: "/home/marty/.config/Bookbell/cloudflared-2026.9.1" },
    }),
    go: openTunnel,
  },
  "a download": {
    view: view(typicalDay, {
      ...tunnel("cloudflare-quick"),
      ...reach("not-receiving", { problem: problem("cloudflared-missing") }),
      cloudflared: { state: "downloading", got: 12_300_000, size: 38_200_000 },
    }),
    go: openTunnel,
  },
  ...relayScreens(openTunnel, openTimekit),
  "a named tunnel with a wrong address": {
    view: view(typicalDay, {
      ...tunnel("cloudflare-named"),
      ...reach("unknown"),
      ...secret("cloudflare", { state: "on", kept: "encrypted" }),
    }),
    go: async (page) => {
      await openTunnel(page);
      await page.getByLabel("Public URL").fill("http://hooks.example.com");
      await page.keyboard.press("Enter");
    },
  },
  "an ngrok tunnel": { view: view(typicalDay, { ...tunnel("ngrok"), ...reach("unknown") }), go: openTunnel },
  "a server whose key waits for trust": {
    view: view(typicalDay, {
      ...tunnel("ssh", { ssh }),
      ...reach("not-receiving", { problem: problem("ssh-host-unknown"), hostKey }),
    }),
    go: openTunnel,
  },
  "a trusted server": {
    view: view(typicalDay, { ...tunnel("ssh", { ssh: { ...ssh, hostKey } }), ...through }),
    go: openTunnel,
  },
  "the addresses by hand": {
    view: view(typicalDay, { ...tunnel("own-url", { ownUrl: "https://hooks.example.com" }), ...through }),
    go: async (page) => {
      await openAdvanced(page);
      await page.getByText("Add webhooks manually", { exact: true }).click();
    },
  },
  "Timekit without a key": { view: view(typicalDay), go: openTimekit },
  "a connected Timekit": {
    view: view(typicalDay, {
      ...secret("timekit", { state: "on", kept: "encrypted" }),
      timekit: {
        ...connected,
        webhooks: { graphs: ["instant"], registered: 4, wanted: 6, stale: true, problem: null },
      },
    }),
    go: openTimekit,
  },
  "a day of two services": {
    view: view([
      ...typicalDay,
      item(booking("calcom:1", "20:00", "20:30", { customer: person("Sam Okafor") })),
    ]),
  },
  "a Timekit that refuses the key": {
    view: view(typicalDay, {
      ...secret("timekit", { state: "on", kept: "plain" }),
      timekit: { state: "failed", problem: problem("timekit-key-refused") },
    }),
    go: openTimekit,
  },
  "all that happened": {
    view: view(typicalDay, { unseen: ["n8", "n6"] }),
    more: { activity: someActivity },
    go: openActivity,
  },
  "every way of being told, and of not being": {
    view: view(typicalDay, { paused: true, timekit: connected }),
    more: {
      activity: everyTold.map((told, i) =>
        changeOf(100 - i, booking(`t${i}`, "16:00", "17:00", { customer: person("Marty McFly") }), { told }),
      ),
    },
    go: openActivity,
  },
  "the problems, those of now first": {
    view: view(typicalDay, {
      ...tallied({ unsigned: tally(3) }),
      notifications: problem("notifications-failed"),
      unseen: ["n8"],
    }),
    more: { activity: someActivity },
    go: openTab(/^Problems/),
  },
  "what was not announced": {
    view: view(typicalDay),
    more: { activity: someActivity },
    go: openTab("Not announced"),
  },
  "the menu of pauses, with a newer version that is ready": {
    view: view(typicalDay, {
      paused: true,
      pausedUntil: at("16:05"),
      presenting: true,
      updates: { state: "ready", version: "1.2.0" },
    }),
    go: (page) => page.getByRole("button", { name: "Paused until 16:05" }).click(),
  },
  "a desktop without a tray, while presenting": {
    view: view(
      typicalDay.map((one) => ({ ...one, booking: maskedBooking(one.booking) })),
      { trayMissing: true, presenting: true },
    ),
  },
  ...bookingScreens,
  "another day": {
    view: view(typicalDay),
    go: (page) => page.keyboard.press("ArrowRight"),
  },
  "a month": {
    view: view(typicalDay),
    go: (page) => page.getByRole("heading", { level: 1 }).getByRole("button").click(),
  },
  "a search before it": { view: view(typicalDay), go: openSearch },
  "a search that found something": {
    view: view(typicalDay),
    go: (page) => searchFor(page, "e"),
  },
  "a search that found nothing": {
    view: view(typicalDay),
    go: (page) => searchFor(page, "nobody"),
  },
  "nothing that happened": { view: view(typicalDay), go: openActivity },
  "no problems": { view: view(typicalDay), go: openTab(/^Problems/) },
  "a proof before it": { view: view(typicalDay), go: openProof },
  "a proof under way": {
    view: view(typicalDay, { proof: { mark: "a", reached, failed: null } }),
    go: openProof,
  },
  "a proof that failed": {
    view: view(typicalDay, { proof: { mark: "a", reached, failed: stopped } }),
    go: openProof,
  },
  "a proof that worked": {
    view: view(typicalDay, {
      proof: { mark: "a", reached: { ...reached, notification: 268, window: 301 }, failed: null },
    }),
    go: openProof,
  },
};
