import { type ReadonlySignal, signal } from "@preact/signals";
import type { Booking } from "../../common/booking.ts";
import type { Requests } from "../../common/ipc.ts";

/** How long its row may take to be drawn: a notification that comes later than this is late. */
const patienceMs = 300;

/** A booking whose row main would have light up, in the place of a notification. */
export interface Lighting {
  /** Until its row is lit, or it is given up. */
  readonly booking: ReadonlySignal<Booking | null>;
  readonly wanted: (booking: Booking) => void;
  /** Its row is in sight, as it is now, and lights up. */
  readonly lit: () => void;
  readonly stop: () => void;
}

/** @param inSight the list is shown, and somebody looks at it */
export function createLighting(answer: Requests["window"]["lit"], inSight: () => boolean): Lighting {
  const booking = signal<Booking | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(lit: boolean): void {
    clearTimeout(timer);
    const asked = booking.peek();
    booking.value = null;
    if (asked) void answer({ id: asked.id, lit });
  }

  return {
    booking,
    wanted(next) {
      settle(false);
      booking.value = next;
      if (inSight()) timer = setTimeout(() => settle(false), patienceMs);
      else settle(false);
    },
    lit: () => settle(true),
    stop: () => clearTimeout(timer),
  };
}
