import { textSizes } from "../../common/setting-choices.ts";
import type { PageState } from "./page-state.ts";

/** Makes the text a step larger or smaller, or as it was at first; nothing where it ends. */
export function resizeText(state: PageState, step: 1 | -1 | 0): void {
  const now = state.view.peek()?.settings.peek().textSize;
  if (now === undefined) return;
  const textSize = step === 0 ? 100 : textSizes[textSizes.indexOf(now) + step];
  if (textSize !== undefined && textSize !== now) void state.attempt(state.changeSettings({ textSize }));
}
