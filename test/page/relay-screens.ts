import type { Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { unknownRelay } from "../../common/relay.ts";
import type { RelaySettings } from "../../common/tunnel-settings.ts";
import type { View } from "../../common/view.ts";
import { connected, reach, secret, tunnel, typicalDay, view } from "./views.ts";

const acme: RelaySettings = {
  team: "Acme",
  host: "relay.example.com",
  seat: "anna",
  keepDays: 14,
  registers: false,
  until: null,
};

/** A relay in use, with its invitation. */
export const throughRelay = (more: Partial<View> = {}): View =>
  view(typicalDay, {
    ...tunnel("relay", { relay: acme }),
    ...secret("relay", { state: "on", kept: "encrypted" }),
    ...reach("receiving", { host: acme.host }),
    ...more,
  });

/** The pictures of a team's relay. */
export const relayScreens = (
  openTunnel: (page: Page) => Promise<void>,
  openTimekit: (page: Page) => Promise<void>,
) => ({
  "a relay to be chosen": {
    view: view(typicalDay),
    go: async (page: Page) => {
      await openTunnel(page);
      await page.getByRole("radio", { name: /^A team relay/ }).check();
      await page.getByRole("button", { name: "Enter invitation" }).click();
    },
  },
  "a relay in use": { view: throughRelay(), go: openTunnel },
  "Timekit where somebody else registers": { view: throughRelay({ timekit: connected }), go: openTimekit },
  "a relay that is caught up with": { view: throughRelay({ relay: { ...unknownRelay, catchingUp: 1_240 } }) },
  "a relay whose access was taken away": {
    view: throughRelay(reach("not-receiving", { problem: problem("relay-refused") })),
    go: openTunnel,
  },
});
