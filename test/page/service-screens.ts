import { problem } from "../../common/problems.ts";
import { openRow } from "./open-settings.ts";
import type { Shown } from "./screens.ts";
import { calcomWith, calendlyWith } from "./service-views.ts";
import { at, calcom, secret, typicalDay, view, zapier } from "./views.ts";

export const openCalcom = openRow(/^Booking services/, /^Cal\.com/);
export const openCalendly = openRow(/^Booking services/, /^Calendly/);
export const openZapier = openRow(/^Booking services/, /^Through Zapier/);

/** The pages of whatever bookings come from besides Timekit, each in its states. */
export const serviceScreens: Readonly<Record<string, Shown>> = {
  "Zapier, not used": { view: view(typicalDay), go: openZapier },
  "the address for Zapier": { view: view(typicalDay, zapier({ oldUntil: at("10:40", 1) })), go: openZapier },
  "Cal.com, not used": { view: view(typicalDay), go: openCalcom },
  "the address for Cal.com": { view: view(typicalDay, calcom({ oldUntil: at("10:40", 1) })), go: openCalcom },
  "a connected Cal.com": {
    view: view(typicalDay, { ...calcomWith("right"), calcomBase: "https://cal.example.com/api/v2" }),
    go: openCalcom,
  },
  "a connected Cal.com, with its address by hand": {
    view: view(typicalDay, {
      ...calcom({ copiedHost: "hooks.example.com" }),
      ...calcomWith("template", problem("calcom-webhook-template")),
    }),
    go: openCalcom,
  },
  "a server of Cal.com's that is none": {
    view: view(typicalDay, {
      ...secret("calcom", { state: "on", kept: "encrypted" }),
      calcom: { state: "failed", problem: problem("calcom-no-api") },
      calcomBase: "cal.example.com",
    }),
    more: { refused: { name: "services.setCalcomBase", problem: problem("calcom-not-a-server") } },
    async go(page) {
      await openCalcom(page);
      await page.getByLabel("Server").fill("http://cal.example.com");
      await page.keyboard.press("Enter");
    },
  },
  "Calendly, not used": { view: view(typicalDay), go: openCalendly },
  "a connected Calendly": {
    view: view(typicalDay, calendlyWith("active", { renewedAt: at("9:40") })),
    go: openCalendly,
  },
  "a Calendly that has given up its webhook": {
    view: view(typicalDay, calendlyWith("disabled", { problem: problem("calendly-webhook-disabled") })),
    go: openCalendly,
  },
};
