import { expect, test } from "vitest";
import { capsOf, shortcutOf, shortcutText } from "../../../renderer/text/shortcut.ts";

/** "ctrl+alt+b" as a keyboard tells it. */
function pressing(text: string, code = "") {
  const parts = text.split("+");
  const key = parts.at(-1) ?? "";
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: key === "space" ? " " : key,
    code,
    ctrlKey: has("ctrl"),
    altKey: has("alt"),
    shiftKey: has("shift"),
    metaKey: has("meta"),
  };
}

test.each([
  ["ctrl+alt+b", "Control+Alt+B"],
  ["ctrl+shift+F12", "Control+Shift+F12"],
  ["meta+space", "Super+Space"],
  ["ctrl+5", "Control+5"],
  ["b", null],
  ["shift+B", null],
  ["ctrl+Control", null],
  ["ctrl+alt+Alt", null],
  ["ctrl+F25", null],
  ["ctrl+Dead", null],
  ["ctrl+é", null],
])("%s is %j", (text, keys) => expect(shortcutOf(pressing(text), false)).toBe(keys));

test("on a Mac the key with the sign is Command, and Alt types what is not asked for", () => {
  expect(shortcutOf(pressing("meta+shift+K"), true)).toBe("Shift+Command+K");
  expect(shortcutOf(pressing("alt+∫", "KeyB"), true)).toBe("Alt+B");
});

test.each([
  ["Control+Alt+B", false, ["Ctrl", "Alt", "B"], "Ctrl+Alt+B"],
  ["Control+Alt+B", true, ["⌃", "⌥", "B"], "⌃⌥B"],
  ["Shift+Command+Space", true, ["⇧", "⌘", "Space"], "⇧⌘Space"],
  ["", false, [], ""],
] as const)("%j has the caps of this computer's keyboard", (keys, mac, caps, text) => {
  expect(capsOf(keys, mac)).toEqual(caps);
  expect(shortcutText(keys, mac)).toBe(text);
});
