import type { View } from "../../common/view.ts";

/** Where the icon is shown. */
export interface Taskbar {
  readonly platform: NodeJS.Platform;
  readonly dark: boolean;
  /** XDG_CURRENT_DESKTOP */
  readonly desktop: string;
}

/** The file of build/icons for this moment and taskbar; macOS tints a template by itself. */
export function trayIcon(
  view: Pick<View, "receiver" | "reach" | "paused" | "store" | "unseen">,
  taskbar: Taskbar,
): string {
  const unreachable = view.reach.state === "not-receiving";
  const offline = view.receiver.state === "failed" || unreachable || view.store !== null;
  const calm = view.unseen > 0 ? "unseen" : "idle";
  const state = offline ? "offline" : view.paused ? "paused" : calm;
  if (taskbar.platform === "darwin") return `tray-${state}Template.png`;
  // GNOME's bar is dark in its light theme, too.
  const dark = taskbar.dark || taskbar.desktop.includes("GNOME");
  return `tray-${state}-${dark ? "dark" : "light"}.png`;
}
