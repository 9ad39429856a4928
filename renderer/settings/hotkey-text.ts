const modifiers: Readonly<Record<string, string>> = {
  ctrl: "Control",
  control: "Control",
  cmd: "Command",
  command: "Command",
  alt: "Alt",
  option: "Alt",
  shift: "Shift",
  super: "Super",
  win: "Super",
};

/**
 * "ctrl + alt + b" as Electron writes it, "Control+Alt+B"; empty stays empty. Null when it is no shortcut, or one without
 * a modifier besides Shift, which would take a letter from every other program.
 */
export function keysOf(text: string): string | null {
  if (text.trim() === "") return "";
  const parts = text.split("+").map((part) => part.trim().toLowerCase());
  const key = parts.pop() ?? "";
  const held = parts.map((part) => modifiers[part]);
  if (held.some((one) => one === undefined) || !held.some((one) => one !== "Shift")) return null;
  if (!/^(?:[a-z0-9]|f(?:[1-9]|1[0-9]|2[0-4])|space)$/.test(key)) return null;
  return [...new Set(held), key === "space" ? "Space" : key.toUpperCase()].join("+");
}

/** As people write it. */
export const shownKeys = (keys: string): string => keys.replace("Control", "Ctrl").replace("Command", "Cmd");
