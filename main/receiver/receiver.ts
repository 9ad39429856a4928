import type { RequestListener } from "node:http";
import { problem } from "../../common/problems.ts";
import type { ReceiverView } from "../../common/view.ts";
import { type Listening, listenLocally } from "./listen.ts";

/** What the receiver tells the rest of Bookbell. */
export interface ReceiverEvents {
  onState(state: ReceiverView): void;
  onFault(error: unknown): void;
}

/** Keeps `handler` served on the wanted port, or the next free one. */
export function createReceiver(handler: RequestListener, { onState, onFault }: ReceiverEvents) {
  let listening: Listening | null = null;
  return {
    port: (): number | null => listening?.port ?? null,
    /** Listens on another port before it lets go of the last one. */
    async listenOn(wanted: number): Promise<void> {
      const last = listening;
      try {
        listening = last?.port === wanted ? last : await listenLocally(handler, wanted);
        onState({ state: "listening", port: listening.port, wanted });
        if (last !== listening) await last?.close();
      } catch (error) {
        onFault(error);
        onState(
          last
            ? { state: "listening", port: last.port, wanted }
            : { state: "failed", problem: problem("port-refused") },
        );
      }
    },
    async close(): Promise<void> {
      await listening?.close();
      listening = null;
    },
  };
}
