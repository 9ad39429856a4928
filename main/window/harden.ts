import { app, type Session } from "electron";
import { origin } from "./protocol.ts";

/** Leaves the page nothing but its own bundle: no network, no navigation, no windows, no permissions. */
export function harden(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !details.url.startsWith(`${origin}/`) }),
  );
  session.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  app.on("web-contents-created", (_event, page) => {
    page.setWindowOpenHandler(() => ({ action: "deny" }));
    page.on("will-navigate", (event) => event.preventDefault());
    page.on("will-redirect", (event) => event.preventDefault());
    page.on("will-frame-navigate", (event) => event.preventDefault());
    page.on("will-attach-webview", (event) => event.preventDefault());
  });
}
