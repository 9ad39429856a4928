import { app, Menu } from "electron";
import { macMenu } from "./mac-menu.ts";
import { cannotBeLocked } from "./profile-lock.ts";

/** Made up once for Bookbell, and never to be changed. */
const toastActivator = "{6f0d5a0e-8f0c-4a57-9c3b-2f1d7f6f4a51}";

/** Whoever opens one of these reads and drives the window. A package's fuses close Node's own only. */
const debuggers = [
  "remote-debugging-port",
  "remote-debugging-pipe",
  "inspect",
  "inspect-brk",
  "inspect-port",
];

/**
 * What must be so before Electron is ready; `registerPage` has the page's own scheme known by then.
 * @returns false when this Bookbell is not to run: another does with this profile, or somebody wants to debug a package
 */
export function beforeReady(registerPage: () => void): boolean {
  if (app.isPackaged && debuggers.some((name) => app.commandLine.hasSwitch(name))) {
    process.stderr.write("Bookbell cannot be debugged.\n");
    // Not by quitting: Chromium would open the door before that.
    app.exit(1);
    return false;
  }
  keepChecks();
  const profile = app.getPath("userData");
  if (!app.requestSingleInstanceLock() && !cannotBeLocked(profile)) return false;
  // Bookings are nobody else's business: every file of ours is for this user only.
  process.umask(0o077);
  // Chromium cannot be sandboxed as root; with both, every child process would die.
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  registerPage();
  // Else each session has Chromium fetch dictionaries from Google, also when no page checks spelling
  // (electron/electron#22995); electron-updater makes one of its own.
  app.on("session-created", (session) => session.setSpellCheckerLanguages([]));
  app.setAppUserModelId("app.bookbell.Bookbell");
  // Windows finds the program of a clicked notification by it. Electron before 40 has no way to say so.
  if ("setToastActivatorCLSID" in app) app.setToastActivatorCLSID(toastActivator);
  if (process.platform !== "darwin") Menu.setApplicationMenu(null);
  else void app.whenReady().then(() => Menu.setApplicationMenu(Menu.buildFromTemplate(macMenu)));
  // A tray application lives on without windows.
  app.on("window-all-closed", () => {});
  return true;
}

/** Whoever starts Bookbell with these would have it talk to anybody who calls himself Timekit. */
function keepChecks(): void {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  for (const name of [
    "ignore-certificate-errors",
    "ignore-certificate-errors-spki-list",
    "allow-insecure-localhost",
  ])
    app.commandLine.removeSwitch(name);
}

/**
 * To be called every minute: where the profile's folder could not be written to, the lock is asked for again. False =
 * another Bookbell has it by now.
 */
export function isAlone(): boolean {
  return (
    app.hasSingleInstanceLock() || app.requestSingleInstanceLock() || cannotBeLocked(app.getPath("userData"))
  );
}

/** Quits only after `end`, whoever asked for it. */
export function quitAfter(end: () => Promise<void>): void {
  app.on("before-quit", (event) => {
    event.preventDefault();
    void end().finally(() => app.exit(0));
  });
  // electron-store's when-exit takes signals from Electron, and sends each once more to whoever has no listener left.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => app.quit());
}
