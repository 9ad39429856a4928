import { expect, test } from "vitest";
import { keysOf, shownKeys } from "../../../renderer/settings/hotkey-text.ts";

test.each([
  ["Ctrl+Alt+B", "Control+Alt+B"],
  [" ctrl + shift + f12 ", "Control+Shift+F12"],
  ["Cmd+Space", "Command+Space"],
  ["ctrl+control+5", "Control+5"],
  ["", ""],
  ["B", null],
  ["Shift+B", null],
  ["Ctrl+", null],
  ["Ctrl+Alt", null],
  ["Ctrl+F25", null],
  ["Ctrl+Foo", null],
])("%j is %j", (text, keys) => {
  expect(keysOf(text)).toBe(keys);
  if (keys) expect(keysOf(shownKeys(keys))).toBe(keys);
});
