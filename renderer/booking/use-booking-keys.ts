import { useLayoutEffect } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import type { PageState, WantedAct } from "../state/page-state.ts";
import { backKey, onKey } from "../text/line-keys.ts";
import type { Walk } from "./use-walk.ts";

interface Parts {
  readonly state: PageState;
  readonly booking: Booking | null;
  readonly walk: Walk;
  readonly snooze: () => void;
}

const acts: Readonly<Record<string, WantedAct["act"]>> = { j: "join", c: "confirm", d: "decline" };

/** The keys of a booking's own page: single ones, which a field keeps for itself. */
export function useBookingKeys({ state, booking, walk, snooze }: Parts): void {
  useLayoutEffect(() => {
    function pressed(event: KeyboardEvent) {
      const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey || isField || !booking) return;
      const act = acts[key];
      if (key === backKey) walk.before?.();
      else if (key === onKey) walk.after?.();
      else if (key === "s") snooze();
      else if (act) state.wanted.value = { id: booking.id, act };
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
}
