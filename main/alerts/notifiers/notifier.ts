import type { Booking } from "../../../common/booking.ts";
import type { Wording } from "../describe.ts";
import type { Portrait } from "../portrait/portrait.ts";

/** Something to put on the screen. */
export interface Toast extends Wording {
  /** A newer one with the same tag takes the place of the older. */
  readonly tag: string;
  /** Who it is of, instead of Bookbell's own icon, where the system shows pictures. */
  readonly portrait: Portrait | null;
  /** What has changed, where seeing its row in the window is as good; as that shows it. */
  readonly row: Booking | null;
  /** It makes no sound; otherwise the system decides. */
  readonly silent: boolean;
  readonly onClick: () => void;
  /** Buttons, where the system has any. */
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  readonly onAction: (key: string) => void;
}

/**
 * `shown` = the system took it; `failed` = another way may work; `held` = it was not sent, since the system hangs or has
 * nobody who shows it, and no other way would do better; Late = it was sent, and hangs.
 */
export type Told = "shown" | "failed" | "held" | Late;

interface Late {
  /** Whether it was shown after all; settles when that is known, which may be hours later. */
  readonly shown: Promise<boolean>;
}

/** One way of notifying; never rejects. */
export interface Notifier {
  /** Prepares for the first toast, which would be late otherwise. @returns whether a toast has any chance this way. */
  ready(): Promise<boolean>;
  show(toast: Toast): Promise<Told>;
  /** Takes what was shown with that tag off the screen, if it is still there; null = all. */
  withdraw(tag: string | null): Promise<void>;
}

/** Notification daemons on Linux read the body (never the title) as markup, where one `<img` hides the rest. */
export function forDaemon(body: string, platform: NodeJS.Platform): string {
  return platform === "linux" ? escapeMarkup(body) : body;
}

export const escapeMarkup = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The first of the ways that works, asked anew for each toast. */
export function firstThatWorks(notifiers: readonly Notifier[]): Notifier {
  return {
    async ready() {
      for (const notifier of notifiers) if (await notifier.ready()) return true;
      return false;
    },
    async show(toast) {
      for (const notifier of notifiers) {
        const told = await notifier.show(toast);
        if (told !== "failed") return told;
      }
      return "failed";
    },
    async withdraw(tag) {
      await Promise.all(notifiers.map((notifier) => notifier.withdraw(tag)));
    },
  };
}
