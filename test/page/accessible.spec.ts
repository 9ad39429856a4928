import { expect, type Page } from "@playwright/test";
import { allScreens } from "./all-screens.ts";
import { axeFindings, rulesOfLooks, test } from "./page-test.ts";
import { cutOff, speakPseudo } from "./pseudo-language.ts";
import { typicalDay, view } from "./views.ts";

const looks: Record<string, Parameters<Page["emulateMedia"]>[0]> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "high contrast": { contrast: "more" },
  "high contrast, dark": { contrast: "more", colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
};

for (const [name, screen] of Object.entries(allScreens)) {
  test(`axe finds nothing wrong with ${name}, in any look, and it fits at twice the text size, and half as long again`, async ({
    open,
  }) => {
    const page = await open(screen.view, screen.more);
    await screen.go?.(page);
    expect(await axeFindings(page)).toEqual([]);
    for (const [look, media] of Object.entries(looks)) {
      await page.emulateMedia({ colorScheme: "light", contrast: null, forcedColors: null, ...media });
      expect(await axeFindings(page, rulesOfLooks), look).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: null });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const beyond = await page.evaluate(() => {
      const out = (element: Element) => element.getBoundingClientRect().right > innerWidth + 1;
      return [...document.querySelectorAll("button, input, select, p, li, h1, h2, dt, dd, pre, label, span")]
        .filter(out)
        .map((one) => one.outerHTML);
    });
    expect(beyond).toEqual([]);

    await page.evaluate(() => {
      document.documentElement.style.fontSize = "";
    });
    await page.evaluate(speakPseudo);
    expect(await page.evaluate(cutOff)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });
}

test("nothing moves for who wants no motion", async ({ open }) => {
  const page = await open(view(typicalDay));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(page.locator(".button").first()).toHaveCSS("transition-duration", /^(0s(, )?)+$/);
});
