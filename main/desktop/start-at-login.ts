import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { app } from "electron";
import { appName } from "../../common/app-name.ts";
import type { MainWords } from "../../common/words/main.ts";
import { WorldError } from "../lib/world-error.ts";
import { appImageOf } from "./app-image.ts";

/** Whether Bookbell starts when the user logs in. The system knows: nothing is kept of it here. */
export function createStartAtLogin(words: () => MainWords) {
  if (process.platform !== "linux")
    return {
      isOn: (): boolean => app.getLoginItemSettings({ args: ["--hidden"] }).openAtLogin,
      set: (on: boolean): void => app.setLoginItemSettings({ openAtLogin: on, args: ["--hidden"] }),
    };
  const folder = path.join(app.getPath("appData"), "autostart");
  const file = path.join(folder, "app.bookbell.Bookbell.desktop");
  return {
    isOn: (): boolean => existsSync(file),
    /** @throws WorldError start-at-login */
    set(on: boolean): void {
      try {
        if (on) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(file, entry(commandLine(), words().app.purpose));
        } else rmSync(file, { force: true });
      } catch {
        throw new WorldError("start-at-login");
      }
    },
  };
}

/** An AppImage is run from a place that is another one at each start: it tells where it lies itself. */
function commandLine(): string[] {
  const program = appImageOf(process.env, process.execPath) ?? process.execPath;
  return [program, ...(app.isPackaged ? [] : [app.getAppPath()]), "--hidden"];
}

const entry = (command: readonly string[], purpose: string) => `[Desktop Entry]
Type=Application
Name=${appName}
Comment=${purpose}
Exec=${command.map(quoted).join(" ")}
X-GNOME-Autostart-enabled=true
`;

/** As the Desktop Entry Specification has it: quoted, escaped twice, and a percent sign doubled. */
const quoted = (word: string) =>
  `"${word
    .replace(/(["`$\\])/g, "\\$1")
    .replaceAll("\\", "\\\\")
    .replaceAll("%", "%%")}"`;
