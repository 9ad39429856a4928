import type { MenuItemConstructorOptions } from "electron";

/** macOS takes copy, paste and quit from the menu. Electron's own would also open the developer tools. */
export const macMenu: MenuItemConstructorOptions[] = [
  { role: "appMenu" },
  { role: "editMenu" },
  { role: "windowMenu" },
];
