import { opened, startBookbell } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import { profileWith } from "./profile.ts";

/** As people type, each found in what is shown of bookings: a name, its beginnings, and a name with what is rare beside it. */
const texts = ["s", "sa", "sam", "sam 1a"];

/**
 * Milliseconds from a change of the palette's field until the list shows what is found by it, each; so often for each text,
 * in a real window over these bookings.
 */
export async function palettes(env: Env, seeded: string, rounds: number): Promise<readonly number[]> {
  const bookbell = await startBookbell(env, await profileWith(env, seeded));
  try {
    const page = await opened(bookbell);
    await page.keyboard.press("Control+k");
    await page.locator(".palette-field").waitFor();
    const times: number[] = [];
    for (let i = 0; i < rounds; i++) for (const text of texts) times.push(await page.evaluate(typed, text));
    return times;
  } finally {
    await bookbell.app.close();
  }
}

/** Runs in the page: types a text into the field, which is emptied first. */
async function typed(text: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>(".palette-field");
  if (!field) throw new Error("There is no palette.");
  const marked = () =>
    [...document.querySelectorAll('[aria-labelledby$="-bookings"] mark')].map((one) =>
      one.textContent?.toLowerCase(),
    );
  const set = (value: string) => {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const drawn = (isDrawn: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isDrawn()) return;
        watch.disconnect();
        resolve();
      };
      const watch = new MutationObserver(look);
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      look();
    });
  set("");
  await drawn(() => marked().length === 0);
  const begun = performance.now();
  set(text);
  const [first = ""] = text.split(" ");
  await drawn(() => marked().includes(first));
  return performance.now() - begun;
}
