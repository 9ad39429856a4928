import { mkdir, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import type { Bookbell } from "../support/bookbell.ts";
import { startCalcomApi } from "../support/calcom-api.ts";
import { startCalendlyApi } from "../support/calendly-api.ts";
import { type Front, startFront } from "../support/front.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { test as base } from "./test.ts";

interface Given {
  /** What there is to be booked with. */
  timekit: Awaited<ReturnType<typeof startTimekitApi>>;
  calcom: Awaited<ReturnType<typeof startCalcomApi>>;
  calendly: Awaited<ReturnType<typeof startCalendlyApi>>;
  /** Where Bookbell listens: another program may have taken the port that was free. */
  lead: { port: number };
  /** A web server that leads there. */
  front: Front;
  /** Bookbell, started for the first time. */
  newcomer: Bookbell;
}

const stopping =
  <Service extends { stop(): Promise<unknown> }>(start: () => Promise<Service>) =>
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  async ({}, use: (service: Service) => Promise<void>) => {
    const service = await start();
    await use(service);
    await service.stop();
  };

export const test = base.extend<Given>({
  timekit: stopping(() => startTimekitApi()),
  calcom: stopping(() => startCalcomApi()),
  calendly: stopping(() => startCalendlyApi()),
  lead: ({ port }, use) => use({ port }),
  front: async ({ desktop, lead }, use) => {
    const socket = path.join(desktop.dir, "hooks.sock");
    const bridge = createServer((incoming) => {
      const onward = connect(lead.port, "127.0.0.1");
      for (const [one, other] of [[incoming, onward] as const, [onward, incoming] as const])
        one.on("error", () => other.destroy()).pipe(other);
    });
    await new Promise<void>((resolve) => bridge.listen(socket, resolve));
    const front = await startFront(desktop.dir, { socket });
    await use(front);
    await front.stop();
    await new Promise((resolve) => bridge.close(resolve));
  },
  newcomer: async ({ desktop, lead, start, timekit, calcom, calendly, front, daemon: _ }, use) => {
    const profile = path.join(desktop.dir, "profile");
    await mkdir(profile, { recursive: true });
    await writeFile(path.join(profile, "settings.json"), JSON.stringify({ port: lead.port, setup: "open" }));
    const env = {
      NODE_EXTRA_CA_CERTS: front.caFile,
      BOOKBELL_TIMEKIT_API: timekit.url,
      BOOKBELL_CALCOM_API: calcom.url,
      BOOKBELL_CALENDLY_API: calendly.url,
    };
    const newcomer = await start([], profile, { ...desktop.env, ...env });
    lead.port = Number(new URL(await newcomer.url()).port);
    await use(newcomer);
  },
});

/** The hands of somebody who has no mouse. */
export function keyboardOf(page: Page) {
  /** Tabs on until it has the focus. */
  async function tabTo(target: Locator): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`No Tab leads to ${target}.`);
  }
  async function press(name: string | RegExp): Promise<void> {
    await tabTo(page.getByRole("button", { name }));
    await page.keyboard.press("Enter");
  }
  return {
    tabTo,
    press,
    /** Opens a field by its button, fills it in, and presses Enter. */
    async enter(button: string, text: string): Promise<void> {
      await press(button);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
  };
}

/** Bookbell is reached through a web server of one's own. */
export async function reachBy(page: Page, { url }: Front): Promise<void> {
  const { tabTo, press } = keyboardOf(page);
  await press("Other ways…");
  await tabTo(page.getByRole("radio", { name: /^None/ }));
  for (const _ of ["relay", "own URL"]) await page.keyboard.press("ArrowUp");
  await tabTo(page.getByLabel("Public URL"));
  await page.keyboard.type(url);
  await page.keyboard.press("Enter");
  await press("Turn on");
  await expect(page.getByRole("region", { name: "State" })).toContainText("Reachable through 127.0.0.1");
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Timekit’s App API key")).toBeFocused();
}

/** From the first run to what another booking service needs. */
export async function openService(page: Page, name: RegExp): Promise<void> {
  const { press } = keyboardOf(page);
  await press(/^Other services/);
  await press(name);
}

/** The way back from there. */
export async function backToSetup(page: Page): Promise<void> {
  for (const _ of ["services", "settings", "setup"]) await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome to Bookbell");
}
