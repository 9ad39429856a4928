import path from "node:path";
import { app, clipboard, powerMonitor } from "electron";
import type { SourceName } from "../common/sources.ts";
import { devDependencies, homepage } from "../package.json";
import { meetingIsOn } from "./bookings/agenda.ts";
import { createCalendar } from "./compose/calendar.ts";
import { createDesktop } from "./compose/desktop.ts";
import { createReception } from "./compose/reception.ts";
import type { Handlers } from "./ipc/handlers.ts";
import { serveIpc } from "./ipc/serve.ts";
import { createSettingsHandlers } from "./ipc/settings-handlers.ts";
import { createUpdatesHandlers } from "./ipc/updates-handlers.ts";
import { createWindowHandlers } from "./ipc/window-handlers.ts";
import { systemClocks } from "./lib/clocks.ts";
import { createDisposers } from "./lib/disposers.ts";
import { everyHour, everyMinute } from "./lib/minutes.ts";
import { beforeReady, isAlone, quitAfter } from "./lifecycle/before-ready.ts";
import { endOnFault } from "./lifecycle/faults.ts";
import { logFile, openLog } from "./lifecycle/log.ts";
import { createHttpReceiver } from "./receivers/http/http-receiver.ts";
import { createAddress } from "./settings/address.ts";
import { readSystemClock } from "./settings/read-system-clock.ts";
import { createSafe } from "./settings/safe.ts";
import { createSecrets, secretsView } from "./settings/secrets.ts";
import { openSettings } from "./settings/settings.ts";
import type { Signing } from "./settings/signing.ts";
import { createFormat, timeFormat } from "./settings/system-clock.ts";
import { systemVault } from "./settings/vault.ts";
import { loadUpdater, restartInto } from "./updates/electron-updater.ts";
import { electronView } from "./updates/electron-version.ts";
import { ownerOf } from "./updates/owner.ts";
import { createUpdates } from "./updates/updates.ts";
import { createViewModel } from "./view/view-model.ts";
import { openLink } from "./window/open-link.ts";
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

/** Builds the parts in order and hands each what it needs; quitting ends them in reverse. */
async function start(): Promise<void> {
  const { now } = Date;
  const log = openLog();
  const onFault = (error: unknown) => log.error("Something failed", { error });
  const parts = createDisposers(endWithinMs, onFault);
  endOnFault(log, parts);
  quitAfter(parts.end);

  const profile = app.getPath("userData");
  const settings = openSettings(profile, now);
  parts.add(settings.saveHeld);
  const readClocks = () => ({ wall: now(), elapsed: systemClocks.elapsed() });
  const vault = systemVault();
  const address = createAddress({
    settings,
    vault,
    readClocks,
    onView: (address) => model.update({ address }),
    onRenewed: () => void reception.addressRenewed().catch(onFault),
    onOldEnded: () => void calendar.clearTally("oldAddress").catch(onFault),
    onFault,
  });
  const safe = createSafe(vault, () => model.update({ secrets: secretsView(secrets) }));
  const secrets = createSecrets({
    settings,
    safe,
    readClocks,
    onSigning: () => model.update({ signing: secrets.signing.signingView() }),
  });
  const signing: Readonly<Record<SourceName, Signing>> = { timekit: secrets.signing };
  const format = createFormat(() => timeFormat(readSystemClock(), settings.get("hours")));
  const model = createViewModel({
    now: now(),
    format: format.get(),
    settings,
    secrets: secretsView(secrets),
    address: address.view(),
    signing: secrets.signing.signingView(),
    version: app.getVersion(),
    electron: electronView(process.versions.electron, devDependencies.electron),
  });
  const desktop = createDesktop({
    settings,
    model,
    now,
    zone: () => format.get().zone,
    icons,
    icon,
    page: built("../renderer"),
    preload: built("../preload/index.cjs"),
    // The window says why there is none to copy.
    copyAddress: () => void reception.copyAddress(null).catch(desktop.open),
    update() {
      // A meeting may have begun since the menu was drawn.
      if (!inMeeting()) updates.install();
    },
    openReleases: () => void openReleases().catch(onFault),
    // What is on the screen already has names.
    onPresenting: () => void alerts.withdrawAll().catch(onFault),
    onFault,
  });
  parts.add(desktop.close);
  const { window } = desktop;
  app.on("second-instance", desktop.open);

  const calendar = createCalendar({
    settings,
    model,
    format,
    desktop,
    profile,
    icon,
    worker: built("store-worker.js"),
    logFile: logFile(),
    now,
    proof: {
      isTest: (id) => reception.proof.isTest(id),
      told: (id, shown) => reception.proof.told(id, shown),
    },
    act: (wanted) => reception.act(wanted),
    copyText,
    onKeeping(kept) {
      if (kept) settings.saveHeld();
      reception.kept(kept);
    },
    onFault,
  });
  parts.add(calendar.close);
  const { store, alerts } = calendar;

  const receiver = createHttpReceiver({
    take: (delivery) => reception.take(delivery),
    signingSecrets: (source) => signing[source].all(),
    onSigned: (source, secret) => void signing[source].signed(secret).catch(onFault),
    now,
    settings,
    address,
    model,
    log,
    async onKept() {
      await calendar.changed();
      await reception.came();
    },
    turnAway: store.tallies.turnAway,
    onCounted: calendar.counted,
    onFault,
  });
  parts.add(receiver.close);

  const reception = createReception({
    receiver,
    address,
    store,
    settings,
    secrets,
    model,
    power: powerMonitor,
    profile,
    ngrokWorker: built("ngrok-worker.js"),
    now,
    log,
    copyText,
    onKeptChanged: calendar.changed,
    onActed: alerts.seen,
    onSigningSecret: () => calendar.clearTally("unsigned"),
    onFault,
  });
  parts.add(reception.close);

  const onSettings = async ({ port }: { port?: number }) => {
    desktop.look();
    format.reread();
    if (port) {
      await receiver.listenOn(port);
      reception.portChanged();
    }
    await Promise.all([calendar.changed(), calendar.retention()]);
  };
  const openReleases = () => openLink(new URL(`${homepage}/releases/latest`));
  const inMeeting = () => meetingIsOn(model.get().agenda);
  const owner = ownerOf(process, app.isPackaged);
  const updates = createUpdates({
    owner,
    load: () => loadUpdater(owner, built("../../build/update-keys.pem")),
    enabled: () => settings.get("updates"),
    inMeeting,
    now,
    onView: (updates) => model.update({ updates }),
    restart: () => void restartInto().catch(onFault),
  });
  parts.add(updates.quitting);
  const handlers: Handlers = {
    ...calendar.handlers,
    ...reception.handlers,
    window: createWindowHandlers({ model, settings, window, updates, clearTally: calendar.clearTally, log }),
    settings: createSettingsHandlers({ model, settings, desktop, onSettings }),
    updates: createUpdatesHandlers({ updates, openReleases }),
  };
  parts.add(serveIpc(handlers, { isOurs: window.isOurs, presenting: () => model.get().presenting, onFault }));

  const onMinute = () => {
    if (!isAlone()) return app.quit();
    settings.saveHeld();
    void store.minute().catch(onFault);
    format.reread();
    secrets.signing.minute();
    address.minute();
    desktop.minute();
    void calendar.changed().then(alerts.minute).catch(onFault);
    receiver.minute();
    reception.minute();
    updates.minute();
  };
  parts.add(everyHour(calendar.retention));
  parts.add(everyMinute(now, onMinute));
  powerMonitor.on("resume", onMinute);
  address.minute();
  await Promise.all([receiver.listenOn(settings.get("port")), calendar.changed()]);
  void reception.start().catch(onFault);
  if (!process.argv.includes("--hidden")) await window.show();
}
