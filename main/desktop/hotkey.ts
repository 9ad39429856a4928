import { globalShortcut } from "electron";
import { WorldError } from "../lib/world-error.ts";

/** One shortcut that works from anywhere. */
export function createHotkey(onPress: () => void) {
  let current = "";

  function register(keys: string): boolean {
    try {
      return globalShortcut.register(keys, onPress);
    } catch {
      // Not written as Electron writes shortcuts.
      return false;
    }
  }

  return {
    /**
     * Takes the place of the last one; empty = none.
     * @throws WorldError hotkey-taken, and then the last one stays.
     */
    set(keys: string): void {
      if (keys === current) return;
      if (keys !== "" && !register(keys)) throw new WorldError("hotkey-taken");
      if (current !== "") globalShortcut.unregister(current);
      current = keys;
    },
  };
}
