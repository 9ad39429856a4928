import { words } from "../../common/words/page.ts";

/** Whether this computer has a Mac's keys. */
export const isMac = (): boolean => navigator.platform.startsWith("Mac");

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

/** The key as Electron writes it; null = none that a shortcut can end with, such as a modifier alone. */
function keyOf({ key, code }: Pressed): string | null {
  if (key === " ") return "Space";
  if (/^F(?:[1-9]|1\d|2[0-4])$/.test(key)) return key;
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  // With Alt a Mac types another sign: what the key is called counts then.
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? null;
}

/**
 * What is pressed as Electron writes it, "Control+Alt+B". Null while it is no shortcut yet, or one without a modifier besides
 * Shift, which would take a letter from every other program.
 */
export function shortcutOf(pressed: Pressed, mac: boolean): string | null {
  const key = keyOf(pressed);
  const { ctrlKey, altKey, shiftKey, metaKey } = pressed;
  if (key === null || !(ctrlKey || altKey || metaKey)) return null;
  const held = [
    ctrlKey && "Control",
    altKey && "Alt",
    shiftKey && "Shift",
    metaKey && (mac ? "Command" : "Super"),
  ];
  return [...held.filter((one) => one !== false), key].join("+");
}

/** Each of its keys as this computer's keyboard names it. */
export function capsOf(keys: string, mac: boolean): string[] {
  const named: Readonly<Record<string, string>> = mac ? words.hotkey.macKeys : words.hotkey.keys;
  return keys === "" ? [] : keys.split("+").map((key) => named[key] ?? key);
}

/** The same in one text: "Ctrl+Alt+B", "⌃⌥B". */
export const shortcutText = (keys: string, mac: boolean): string => capsOf(keys, mac).join(mac ? "" : "+");
