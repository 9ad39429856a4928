import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { problem } from "../../../common/problems.ts";
import type { ReceiverView } from "../../../common/view.ts";
import { coalesce } from "../../lib/coalesce.ts";
import { type Listening, listenLocally } from "./listen.ts";

/** What the receiver tells the rest of Bookbell. */
export interface ReceiverEvents {
  onState(state: ReceiverView): void;
  onConnection(connection: Socket): void;
  onFault(error: unknown): void;
}

/** Keeps `handler` served on the wanted port, or the next free one. */
export function createReceiver(handler: RequestListener, { onState, onConnection, onFault }: ReceiverEvents) {
  let listening: Listening | null = null;
  /** The last wish; null = closed. */
  let wish: number | null = null;

  /** One move at a time: two at once would leave a server behind that nobody can close. */
  const move = coalesce(async () => {
    const last = listening;
    const wanted = wish;
    if (wanted === null) {
      listening = null;
      return last?.close();
    }
    try {
      listening = last?.port === wanted ? last : await listenLocally(handler, wanted, onConnection);
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
  }, onFault);

  return {
    port: (): number | null => listening?.port ?? null,
    /** Listens on another port before it lets go of the last one; of several wishes at once the last one counts. */
    async listenOn(wanted: number): Promise<void> {
      wish = wanted;
      await move();
    },
    async close(): Promise<void> {
      wish = null;
      await move();
    },
  };
}
