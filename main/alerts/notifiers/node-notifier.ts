import type nodeNotifier from "node-notifier";
import { appName } from "../../../common/app-name.ts";
import { forDaemon, type Notifier } from "./notifier.ts";

/** The last resort, where Electron's notifications are not supported or fail: no clicks, no buttons, but seen. */
export function nodeNotifierNotifier(icon: string): Notifier {
  const show: Notifier["show"] = async (toast) => {
    // Loaded when it comes to the last resort, which for most it never does.
    const { default: notifier } = await import("node-notifier");
    return new Promise((resolve) => {
      notifier.notify(
        {
          title: asText(toast.title),
          message: asText(forDaemon(toast.body, process.platform)),
          icon,
          sound: !toast.silent,
          "app-name": appName,
        } as Parameters<typeof nodeNotifier.notify>[0],
        // Where the program ended well, it gives whatever that wrote as warnings, mostly "".
        (error: unknown) => resolve(error instanceof Error ? "failed" : "shown"),
      );
    });
  };
  // Whether its program is there and works is known only after a try; on Linux it needs the same service as all.
  return { ready: async () => process.platform !== "linux", show, async withdraw() {} };
}

/** A text that begins with a dash would be taken as an option of notify-send, and nothing would be shown. */
const asText = (text: string) => (text.startsWith("-") ? `\u2060${text}` : text);
