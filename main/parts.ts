import path from "node:path";
import { app, clipboard, powerMonitor } from "electron";
import ElectronStore from "electron-store";
import { roomLimits } from "./bookings/room-rule.ts";
import { createCalendar } from "./compose/calendar.ts";
import { connect, openReleases } from "./compose/connect.ts";
import { createDesktop } from "./compose/desktop.ts";
import { createDestinations } from "./compose/destinations.ts";
import type { Profile } from "./compose/profile.ts";
import { createReception } from "./compose/reception.ts";
import { createServices } from "./compose/services.ts";
import { startsHidden } from "./desktop/starts-hidden.ts";
import { createFullScreenHandlers } from "./ipc/full-screen-handlers.ts";
import type { Handlers } from "./ipc/handlers.ts";
import { type ServeParts, serveIpc } from "./ipc/serve.ts";
import { createSettingsHandlers } from "./ipc/settings-handlers.ts";
import { createUpdatesHandlers } from "./ipc/updates-handlers.ts";
import { createWindowHandlers } from "./ipc/window-handlers.ts";
import { systemClocks } from "./lib/clocks.ts";
import type { createDisposers } from "./lib/disposers.ts";
import { everyMinute } from "./lib/minutes.ts";
import { isAlone } from "./lifecycle/before-ready.ts";
import { type Log, logFile } from "./lifecycle/log.ts";
import { createSupervisor } from "./store/thread/supervisor.ts";
import type { createTray } from "./tray/tray.ts";
import { loadUpdater, restartInto } from "./updates/electron-updater.ts";
import { ownerOf } from "./updates/owner.ts";
import { createUpdates } from "./updates/updates.ts";

const copyText = (text: string) => clipboard.writeText(text);

/** What is there before the parts are. */
export interface Begun {
  readonly log: Log;
  readonly profile: Profile;
  readonly tray: ReturnType<typeof createTray>;
  /** What is added to it is ended at quitting, the newest first. */
  readonly ended: ReturnType<typeof createDisposers>;
  /** Where a file lies, seen from the folder of what was built of main. */
  built(file: string): string;
  now(): number;
  onFault(error: unknown): void;
}

/**
 * Builds the parts in order, each of those before it, and connects them.
 * @returns what the tray's menu can do from now on, and what starts them
 */
export function createParts({ log, profile, tray, ended, built, now, onFault }: Begun) {
  const { settings, model } = profile;
  settings.saveBy(ElectronStore);
  const icons = built("../../build/icons");
  // The notification service reads it itself, which it cannot out of the package's archive.
  const icon = path.join(icons, "128x128.png").replace("app.asar", "app.asar.unpacked");
  const databaseFile = path.join(profile.folder, "bookings.sqlite");
  const store = createSupervisor({
    worker: built("store-worker.js"),
    file: databaseFile,
    retryMs: 3_000,
    limits: roomLimits,
    elapsed: systemClocks.elapsed,
    onFault,
  });
  const desktop = createDesktop({
    ...profile,
    now,
    tray,
    icon,
    page: built("../renderer"),
    preload: built("../preload/index.cjs"),
    onFault,
  });
  const reception = createReception({
    ...profile,
    store,
    power: powerMonitor,
    ngrokWorker: built("ngrok-worker.js"),
    now,
    log,
    copyText,
    onFault,
  });
  const services = createServices({ ...profile, store, reception, now, onFault });
  const calendar = createCalendar({
    ...profile,
    store,
    isTest: reception.proof.isTest,
    act: services.act,
    actionsOf: services.actionsOf,
    pageOf: services.pageOf,
    desktop,
    icons,
    icon,
    databaseFile,
    logFile: logFile(),
    now,
    copyText,
    onFault,
  });
  const destinations = createDestinations({
    ...profile,
    store,
    reception,
    power: powerMonitor,
    now,
    log,
    copyText,
    onFault,
  });
  const owner = ownerOf(process, app.isPackaged);
  const updates = createUpdates({
    owner,
    load: () => loadUpdater(owner, built("../../build/update-keys.pem")),
    enabled: () => settings.get("updates"),
    inMeeting: calendar.inMeeting,
    now,
    onView: (updates) => model.update({ updates }),
    restart: () => void restartInto().catch(onFault),
  });
  const { window, fullScreen } = desktop;
  const handlers: Handlers = {
    ...calendar.handlers,
    ...services.handlers,
    ...reception.handlers,
    ...destinations.handlers,
    window: createWindowHandlers({ ...profile, window, updates, clearTally: calendar.clearTally, log }),
    settings: createSettingsHandlers({ settings, desktop }),
    updates: createUpdatesHandlers({ updates, openReleases }),
    fullScreen: createFullScreenHandlers(fullScreen),
  };
  const isOurs: ServeParts["isOurs"] = (frame, name) =>
    (name.startsWith("fullScreen.") ? fullScreen : window).isOurs(frame);
  connect({ profile, desktop, store, reception, services, calendar, destinations, updates, onFault });

  function minute() {
    if (!isAlone()) return app.quit();
    profile.minute();
    void store.minute().catch(onFault);
    for (const part of [desktop, reception, services, updates]) part.minute();
    void calendar.minute().catch(onFault);
  }

  ended.add(settings.saveHeld);
  ended.add(desktop.close);
  ended.add(store.close);
  ended.add(calendar.close);
  ended.add(destinations.close);
  ended.add(reception.close);
  ended.add(services.close);
  ended.add(calendar.sendConfirmed);
  ended.add(updates.quitting);
  ended.add(serveIpc(handlers, { isOurs, presenting: desktop.isPresenting, onFault }));
  ended.add(everyMinute(now, minute));
  powerMonitor.on("resume", minute);

  return {
    actions: desktop.actions,
    /** Settles once Bookbell is at work. */
    async start(): Promise<void> {
      store.start();
      desktop.start();
      updates.start();
      for (const address of Object.values(profile.addresses)) address.minute();
      await Promise.all([reception.listen(), calendar.start()]);
      reception.start();
      void services.start().catch(onFault);
      void destinations.start();
      if (!startsHidden(process.argv)) await window.show();
    },
  };
}
