import type { Wording } from "../wording.ts";

/** Something to put on the screen. */
export interface Toast extends Wording {
  /** A newer one with the same tag takes the place of the older. */
  readonly tag: string;
  readonly onClick: () => void;
}

/** `shown` = the system took it; `failed` = another way may work; `silent` = it hangs, and so would every other way. */
export type Told = "shown" | "failed" | "silent";

/** One way of notifying; never rejects. */
export type Notifier = (toast: Toast) => Promise<Told>;

/** Notification daemons on Linux read the body (never the title) as markup, where one `<img` hides the rest. */
export function forDaemon(body: string, platform: NodeJS.Platform): string {
  return platform === "linux" ? escapeMarkup(body) : body;
}

export const escapeMarkup = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The first of the ways that works, asked anew for each toast. */
export function firstThatWorks(notifiers: readonly Notifier[]): Notifier {
  return async (toast) => {
    for (const notify of notifiers) {
      const told = await notify(toast);
      if (told !== "failed") return told;
    }
    return "failed";
  };
}
