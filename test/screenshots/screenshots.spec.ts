import path from "node:path";
import { outgoingScreens } from "../page/outgoing-screens.ts";
import { test } from "../page/page-test.ts";
import { reachScreens, type Shown } from "../page/screens.ts";
import { settingsScreens } from "../page/settings-screens.ts";
import { setupScreens } from "../page/setup-screens.ts";
import { at, booking, person, typicalDay, view } from "../page/views.ts";

const folder = path.join(import.meta.dirname, "../../docs/screenshots");

/** What a person looks at when the window has changed; each is a file for each theme. */
const pictures: Readonly<Record<string, Shown | undefined>> = {
  today: { view: view(typicalDay) },
  "nothing-today": {
    view: view([], {
      agenda: {
        items: [],
        earlier: 3,
        afterToday: booking("next", "", "", {
          start: at("9:00", 1),
          end: at("10:00", 1),
          customer: person("Emmett Brown"),
        }),
        everReceived: true,
      },
    }),
  },
  month: reachScreens["a month"],
  paused: { view: view(typicalDay, { paused: true, pausedUntil: at("16:00") }) },
  "not-receiving": reachScreens["a day without reception"],
  presenting: reachScreens["a desktop without a tray, while presenting"],
  booking: reachScreens["all of a booking"],
  search: reachScreens["a search that found something"],
  activity: reachScreens["all that happened"],
  "first-run": setupScreens["the first run at its beginning"],
  proof: reachScreens["a proof that worked"],
  settings: settingsScreens["the settings of a connected Bookbell"],
  notifications: settingsScreens["the kinds of notification"],
  problems: reachScreens["the problems, those of now first"],
  destinations: outgoingScreens["destinations that work and that do not"],
  rule: outgoingScreens["a rule to a channel"],
  palette: { view: view(typicalDay), go: (page) => page.keyboard.press("Control+k") },
  requests: reachScreens["the requests"],
  "booking-menu": reachScreens["the menu of a booking"],
  "first-run-end": setupScreens["the first run at its end"],
  services: settingsScreens["the booking services"],
  reminders: settingsScreens["reminders and quiet hours"],
  projects: settingsScreens["the projects"],
  appearance: settingsScreens["the appearance"],
};

for (const [name, shown] of Object.entries(pictures))
  for (const theme of ["light", "dark"] as const)
    test(`${name}, ${theme}`, async ({ open }) => {
      if (!shown) throw new Error(`There is no screen for ${name}.`);
      const page = await open(shown.view, shown.more);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await shown.go?.(page);
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`), animations: "disabled" });
    });
