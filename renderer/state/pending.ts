import { type ReadonlySignal, signal } from "@preact/signals";
import type { AgendaDay } from "../../common/agenda.ts";
import type { Requests } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";

/** The requests that wait for their host's answer. */
export interface Pending {
  /** The days with them alone, in order; null until main has told them. */
  readonly days: ReadonlySignal<readonly AgendaDay[] | null>;
  /** Why they are not known. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Bookings have changed. */
  readonly refresh: () => void;
  /** Asks anew: what is known may be shown no more. */
  readonly reset: () => void;
}

export function createPending(ask: Requests["bookings"]["requests"]): Pending {
  const days = signal<readonly AgendaDay[] | null>(null);
  const problem = signal<Problem | null>(null);
  let running = false;
  let again = false;

  /** One question at a time: while bookings pour in, there would be ever more of them on their way. */
  async function rounds(): Promise<void> {
    running = true;
    while (again) {
      again = false;
      const answer = await ask();
      problem.value = answer.ok ? null : answer.error;
      if (answer.ok && !again) days.value = answer.value;
    }
    running = false;
  }

  function refresh(): void {
    again = true;
    if (!running) void rounds();
  }

  return {
    days,
    problem,
    refresh,
    reset() {
      days.value = null;
      refresh();
    },
  };
}
