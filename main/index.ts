import { createRequire } from "node:module";
import path from "node:path";
import { app } from "electron";
import type { Language } from "../common/words/languages.ts";
import type { MainMessages } from "../common/words/messages.ts";
import { openProfile } from "./compose/profile.ts";
import { createDisposers } from "./lib/disposers.ts";
import { beforeReady, quitAfter } from "./lifecycle/before-ready.ts";
import { endOnFault } from "./lifecycle/faults.ts";
import { openLog } from "./lifecycle/log.ts";
import { createWords, languageOf } from "./settings/words.ts";
import type { TrayActions } from "./tray/menu.ts";
import { createTray } from "./tray/tray.ts";
import { registerPageScheme } from "./window/protocol.ts";

const built = (file: string) => path.join(import.meta.dirname, file);
const messagesOf = (language: Language): MainMessages =>
  createRequire(import.meta.url)(built(`languages/${language}.cjs`));
/** A tunnel's own program may take more than six seconds to end in peace. */
const endWithinMs = 10_000;

// Not awaited: Electron holds `ready` back until this module has been evaluated.
if (beforeReady(registerPageScheme)) void app.whenReady().then(start);
else app.quit();

/**
 * Shows the icon, which takes little, and only then loads and builds the rest. Quitting ends all parts, the newest first.
 */
async function start(): Promise<void> {
  const { now } = Date;
  const log = openLog();
  const onFault = (error: unknown) => log.error("Something failed", { error });
  const ended = createDisposers(endWithinMs, onFault);
  const words = createWords(messagesOf, languageOf("system", app.getPreferredSystemLanguages()));
  endOnFault(log, ended, words.get);
  quitAfter(ended.end);
  const profile = openProfile(app.getPath("userData"), now, onFault, words);
  const tray = createTray(built("../../build/icons"), profile.model, words.get);

  const building = import("./parts.ts").then(({ createParts }) =>
    createParts({ log, profile, tray, ended, built, now, onFault }),
  );
  const actions = onceBuilt(building.then((parts) => parts.actions));
  app.on("second-instance", actions.open);
  tray.tray.once("click", actions.open);
  tray.start(actions);
  const parts = await building;
  tray.tray.off("click", actions.open);
  if (!ended.ending()) await parts.start();
}

/** The menu is there before those who do what it says: it is done once they are. */
function onceBuilt(actions: Promise<TrayActions>): TrayActions {
  const later =
    <Args extends readonly unknown[]>(actionOf: (built: TrayActions) => (...args: Args) => void) =>
    (...args: Args): void =>
      void actions.then((built) => actionOf(built)(...args));
  return {
    open: later(({ open }) => open),
    settings: later(({ settings }) => settings),
    reveal: later(({ reveal }) => reveal),
    join: later(({ join }) => join),
    pause: later(({ pause }) => pause),
    present: later(({ present }) => present),
    copyAddress: later(({ copyAddress }) => copyAddress),
    update: later(({ update }) => update),
    openReleases: later(({ openReleases }) => openReleases),
    quit: () => app.quit(),
  };
}
