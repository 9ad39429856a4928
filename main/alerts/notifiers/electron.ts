import { Notification } from "electron";
import { forDaemon, type Notifier } from "./notifier.ts";

/** Longer than a healthy daemon ever takes; a system that says nothing by then has not shown it. */
const deadlineMs = 10_000;

/** The system's own notifications. */
export function electronNotifier(): Notifier {
  // Without a reference a notification may be collected, and a click on it is lost.
  const onScreen = new Set<Notification>();
  return (toast) => {
    if (!Notification.isSupported()) return Promise.resolve(false);
    return new Promise((resolve) => {
      const notification = new Notification({
        title: toast.title,
        body: forDaemon(toast.body, process.platform),
      });
      const deadline = setTimeout(() => settle(false), deadlineMs);
      const settle = (shown: boolean) => {
        clearTimeout(deadline);
        if (!shown) onScreen.delete(notification);
        resolve(shown);
      };
      onScreen.add(notification);
      notification.on("show", () => settle(true));
      notification.on("failed", () => settle(false));
      notification.on("close", () => onScreen.delete(notification));
      notification.on("click", () => {
        onScreen.delete(notification);
        toast.onClick();
      });
      notification.show();
    });
  };
}
