import { directionOf } from "../../common/words/languages.ts";
import { words } from "../../common/words/page.ts";

const keys = ["ArrowLeft", "ArrowRight"] as const;

/** The arrow keys that lead back and on along a line, which in some languages runs from right to left. */
export const [backKey, onKey] =
  directionOf(words.language) === "rtl" ? (["ArrowRight", "ArrowLeft"] as const) : keys;
