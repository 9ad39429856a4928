import path from "node:path";
import { app, Menu, protocol, Tray } from "electron";

// The least that an Electron application with a window of its own can be while that is closed: what Bookbell is
// measured against.
// With both, each of its processes dies at once, and is begun anew without end: nothing to be measured against.
if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
Menu.setApplicationMenu(null);
protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);
const icon = path.join(import.meta.dirname, "../../../build/icons/tray-idle-dark.png");

app.whenReady().then(() => {
  protocol.handle("app", () => new Response("<!doctype html>"));
  const tray = new Tray(icon);
  tray.setContextMenu(Menu.buildFromTemplate([{ label: "Quit", click: () => app.quit() }]));
  process.once("SIGTERM", () => tray.destroy());
});
