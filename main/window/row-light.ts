import type { WebContents } from "electron";
import type { Booking } from "../../common/booking.ts";
import { tell } from "./tell.ts";

/** A page that hangs says nothing; nobody is to wait for it with a change. */
const patienceMs = 500;

/** A question to the page, until it is answered. */
interface Asked {
  readonly id: string;
  readonly settle: (lit: boolean) => void;
}

/**
 * Lights up the row of a booking in the place of a notification, where it is looked at already.
 * @param attended the page in the window that has the focus, if it has
 */
export function createRowLight(attended: () => WebContents | null) {
  let asked: Asked | null = null;
  return {
    /** Whether its row, as it is now, was in sight of somebody who uses the window, and was lit up. Never rejects. */
    light(booking: Booking): Promise<boolean> {
      asked?.settle(false);
      const page = attended();
      if (!page) return Promise.resolve(false);
      return new Promise((resolve) => {
        const late = setTimeout(() => asked?.settle(false), patienceMs);
        const settle = (lit: boolean) => {
          clearTimeout(late);
          asked = null;
          resolve(lit);
        };
        asked = { id: booking.id, settle };
        tell(page, "lightRow", booking);
      });
    },
    /** The page has answered. */
    answered({ id, lit }: { readonly id: string; readonly lit: boolean }): void {
      if (asked?.id === id) asked.settle(lit);
    },
  };
}
