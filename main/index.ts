import path from "node:path";
import { app, clipboard, powerMonitor } from "electron";
import { roomLimits } from "./bookings/room-rule.ts";
import { createCalendar } from "./compose/calendar.ts";
import { connect, openReleases } from "./compose/connect.ts";
import { createDesktop } from "./compose/desktop.ts";
import { createDestinations } from "./compose/destinations.ts";
import { openProfile } from "./compose/profile.ts";
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
import { createDisposers } from "./lib/disposers.ts";
import { everyMinute } from "./lib/minutes.ts";
import { beforeReady, isAlone, quitAfter } from "./lifecycle/before-ready.ts";
import { endOnFault } from "./lifecycle/faults.ts";
import { logFile, openLog } from "./lifecycle/log.ts";
import { createSupervisor } from "./store/thread/supervisor.ts";
import { loadUpdater, restartInto } from "./updates/electron-updater.ts";
import { ownerOf } from "./updates/owner.ts";
import { createUpdates } from "./updates/updates.ts";
import { registerPageScheme } from "./window/protocol.ts";

const copyText = (text: string) => clipboard.writeText(text);
const built = (file: string) => path.join(import.meta.dirname, file);
const icons = built("../../build/icons");
// The notification service reads it itself, which it cannot out of the package's archive.
const icon = path.join(icons, "128x128.png").replace("app.asar", "app.asar.unpacked");
/** A tunnel's own program may take more than six seconds to end in peace. */
const endWithinMs = 10_000;

// Not awaited: Electron holds `ready` back until this module has been evaluated.
if (beforeReady(registerPageScheme)) void app.whenReady().then(start);
else app.quit();

/** Builds the parts in order, each of those before it; connects them; starts them. Quitting ends them in reverse. */
async function start(): Promise<void> {
  const { now } = Date;
  const log = openLog();
  const onFault = (error: unknown) => log.error("Something failed", { error });
  const parts = createDisposers(endWithinMs, onFault);
  endOnFault(log, parts);
  quitAfter(parts.end);

  const profile = openProfile(app.getPath("userData"), now, onFault);
  const { settings, model } = profile;
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
    icons,
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

  parts.add(settings.saveHeld);
  parts.add(desktop.close);
  parts.add(store.close);
  parts.add(calendar.close);
  parts.add(destinations.close);
  parts.add(reception.close);
  parts.add(services.close);
  parts.add(calendar.sendConfirmed);
  parts.add(updates.quitting);
  parts.add(serveIpc(handlers, { isOurs, presenting: desktop.isPresenting, onFault }));
  parts.add(everyMinute(now, minute));
  powerMonitor.on("resume", minute);
  app.on("second-instance", desktop.open);

  store.start();
  desktop.start();
  updates.start();
  for (const address of Object.values(profile.addresses)) address.minute();
  await Promise.all([reception.listen(), calendar.start()]);
  reception.start();
  void services.start().catch(onFault);
  void destinations.start();
  if (!startsHidden(process.argv)) await window.show();
}
