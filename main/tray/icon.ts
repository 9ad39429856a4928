import { type Health, healthOf, type Watched } from "../../common/health.ts";
import type { View } from "../../common/view.ts";

/** Where the icon is shown. */
export interface Taskbar {
  readonly platform: NodeJS.Platform;
  readonly dark: boolean;
  /** XDG_CURRENT_DESKTOP */
  readonly desktop: string;
}

/** The file of build/icons for this moment and taskbar; macOS tints a template by itself. */
export function trayIcon(view: Watched & Pick<View, "paused" | "unseen">, taskbar: Taskbar): string {
  const calm = view.unseen.length > 0 ? "unseen" : "idle";
  const state = isWell(healthOf(view)) ? (view.paused ? "paused" : calm) : "offline";
  if (taskbar.platform === "darwin") return `tray-${state}Template.png`;
  // GNOME's bar is dark in its light theme, too.
  const dark = taskbar.dark || taskbar.desktop.includes("GNOME");
  return `tray-${state}-${dark ? "dark" : "light"}.png`;
}

/** Nothing is wrong, as far as is known. */
export const isWell = ({ level }: Health) => level === "receiving" || level === "checking";
