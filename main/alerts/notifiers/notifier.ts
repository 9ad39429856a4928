import type { Wording } from "../wording.ts";

/** Something to put on the screen. */
interface Toast extends Wording {
  readonly onClick: () => void;
}

/** One way of notifying. Resolves to whether the system took it; never rejects. */
export type Notifier = (toast: Toast) => Promise<boolean>;

/** Notification daemons on Linux read the body (never the title) as markup, where one `<img` hides the rest. */
export function forDaemon(body: string, platform: NodeJS.Platform): string {
  if (platform !== "linux") return body;
  return body.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The first of the ways that works, asked anew for each toast. */
export function firstThatWorks(notifiers: readonly Notifier[]): Notifier {
  return async (toast) => {
    for (const notify of notifiers) if (await notify(toast)) return true;
    return false;
  };
}
