import type { Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import { maskedBooking } from "../../main/bookings/masked.ts";
import { bookingScreens } from "./booking-screens.ts";
import type { Opening } from "./mock/opening.ts";
import { openAdvanced, openProof, openRow, openTimekit, openTunnel } from "./open-settings.ts";
import { relayScreens } from "./relay-screens.ts";
import {
  address,
  at,
  booking,
  connected,
  item,
  person,
  reach,
  secret,
  someGaps,
  someNews,
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

const openNews = (page: Page) => page.getByRole("button", { name: /^What is new/ }).click();
const openSearch = (page: Page) => page.getByRole("button", { name: "Search bookings" }).click();
async function searchFor(page: Page, text: string) {
  await openSearch(page);
  await page.getByRole("searchbox").fill(text);
}
const openGaps = openRow(/^Gaps/);

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
  "the gaps": { view: view(typicalDay), more: { gaps: someGaps }, go: openGaps },
  "what is new": { view: view(typicalDay, { unseen: ["n4", "n3"] }), more: { news: someNews }, go: openNews },
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
  "nothing new": { view: view(typicalDay), go: openNews },
  "no gaps": { view: view(typicalDay), go: openGaps },
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
