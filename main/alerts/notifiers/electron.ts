import { setTimeout as delay } from "node:timers/promises";
import { type NativeImage, Notification, nativeImage } from "electron";
import type { Pixels } from "../../lib/pixels.ts";
import { forDaemon, type Notifier } from "./notifier.ts";
import type { DrawPortrait } from "./portraits.ts";

/** Longer than a healthy system ever takes; one that says nothing by then may show it still, or have shown it. */
const deadlineMs = 10_000;

/** The system's own notifications. */
export function electronNotifier(draw: DrawPortrait): Notifier {
  // By tag. Without a reference a notification may be collected, and a click on it is lost.
  const onScreen = new Map<string, Notification>();
  const show: Notifier["show"] = (toast) => {
    if (!Notification.isSupported()) return Promise.resolve("failed");
    const notification = new Notification({
      title: toast.title,
      body: forDaemon(toast.body, process.platform),
      silent: toast.silent,
      ...iconOf(toast.portrait && draw(toast.portrait)),
      // Systems and versions of Electron without buttons take no notice.
      actions: toast.actions.map(({ label }) => ({ type: "button", text: label })),
    });
    const gone = () => {
      if (onScreen.get(toast.tag) === notification) onScreen.delete(toast.tag);
    };
    const shown = new Promise<boolean>((resolve) => {
      notification.on("show", () => resolve(true));
      notification.on("failed", () => {
        gone();
        resolve(false);
      });
    });
    onScreen.get(toast.tag)?.close();
    onScreen.set(toast.tag, notification);
    notification.on("close", gone);
    notification.on("click", () => {
      gone();
      toast.onClick();
    });
    // Its index comes in the event from Electron 45 on; before, only after it.
    notification.on("action", ({ actionIndex }, index) => {
      const action = toast.actions[actionIndex ?? index];
      gone();
      if (action) toast.onAction(action.key);
    });
    notification.show();
    const late = delay(deadlineMs, { shown }, { ref: false });
    return Promise.race([shown.then((came) => (came ? "shown" : "failed")), late]);
  };
  return {
    // On Linux it only means that libnotify is there, whatever listens to it.
    ready: async () => process.platform !== "linux" && Notification.isSupported(),
    show,
    async withdraw(tag) {
      for (const [shown, notification] of onScreen) {
        if (tag !== null && shown !== tag) continue;
        // Closing it from here gives no "close" event.
        notification.close();
        onScreen.delete(shown);
      }
    },
  };
}

function iconOf(picture: Pixels | null): { readonly icon?: NativeImage } {
  if (!picture) return {};
  const { size, bytes } = picture;
  return { icon: nativeImage.createFromBitmap(Buffer.from(bytes), { width: size, height: size }) };
}
