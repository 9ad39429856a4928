import { type Confirming, undoMs } from "../../common/confirming.ts";
import type { Problem } from "../../common/problems.ts";
import { problemOf, WorldError } from "../lib/world-error.ts";
import type { Wanted } from "../sources/timekit/host-actions.ts";

/** What confirming requests needs of the rest of Bookbell. */
export interface ConfirmingParts {
  act(wanted: Wanted): Promise<void>;
  /** Settles after so many milliseconds, or as soon as the signal is given. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  onChange(all: readonly Confirming[]): void;
  /** It was sent, and is not confirmed: the window may not be there to say so. */
  onFailed(id: string, problem: Problem): void;
  onFault(error: unknown): void;
}

/**
 * Confirms requests a few seconds after their host has said so, so that it can be taken back instead of being asked about.
 * Here and not in the page, which may be gone before that: what the host has said is sent, whatever becomes of the window.
 */
export function createConfirming({ act, pause, onChange, onFailed, onFault }: ConfirmingParts) {
  const all = new Map<string, Confirming>();
  const waiting = new Map<string, AbortController>();
  const sending = new Set<Promise<void>>();
  const closing = new AbortController();

  function note(one: Confirming): void {
    all.set(one.id, one);
    onChange([...all.values()]);
  }
  function drop(id: string): void {
    if (all.delete(id)) onChange([...all.values()]);
  }

  async function request(id: string): Promise<void> {
    note({ id, state: "sending" });
    try {
      await act({ id, action: "confirm", message: "" });
      note({ id, state: "sent" });
      void pause(undoMs, closing.signal).then(() => {
        if (all.get(id)?.state === "sent") drop(id);
      });
    } catch (error) {
      if (!(error instanceof WorldError)) onFault(error);
      const problem = problemOf(error, "internal");
      note({ id, state: "failed", problem });
      onFailed(id, problem);
    }
  }
  function send(id: string): void {
    waiting.delete(id);
    const sent = request(id).finally(() => sending.delete(sent));
    sending.add(sent);
  }

  /** Sends all that waits. Settles once none is on its way. */
  async function sendAll(): Promise<void> {
    for (const [id, wait] of [...waiting]) {
      send(id);
      wait.abort();
    }
    await Promise.all(sending);
  }

  return {
    confirm(id: string): void {
      if (waiting.has(id) || all.get(id)?.state === "sending") return;
      const wait = new AbortController();
      waiting.set(id, wait);
      note({ id, state: "waiting" });
      void pause(undoMs, wait.signal).then(() => {
        if (waiting.get(id) === wait) send(id);
      });
    },
    /** Takes it back; false = it is on its way already. */
    undo(id: string): boolean {
      const wait = waiting.get(id);
      if (!wait) return false;
      waiting.delete(id);
      wait.abort();
      drop(id);
      return true;
    },
    /** Nobody is there any more to take it back. */
    sendAll,
    /** Sends what waits: it was said. */
    async close(): Promise<void> {
      await sendAll();
      closing.abort();
    },
  };
}
