import type { WebPreferences } from "electron";

/** What every page of ours is held by: no Node, no other world, no page within it. `preload` is the bridge's file. */
export const pagePreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
});
