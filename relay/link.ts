import { setTimeout } from "node:timers/promises";
import type { NatsConnection } from "@nats-io/nats-core";
import { grownMs, jittered } from "../main/lib/backoff.ts";
import { createEvent } from "../main/lib/event.ts";
import { connect, type Door } from "./connect.ts";
import type { Log } from "./log.ts";

/** The server stands beside the relay, and while it is away every sender is turned away: so it is tried often. */
const growth = { baseMs: 100, capMs: 2_000 };

/** The relay's one connection to its nats-server, opened anew whenever it is lost. */
export function createLink(door: Door, log: Log) {
  const end = new AbortController();
  const loss = createEvent();
  let connection: NatsConnection | null = null;
  let running: Promise<void> | undefined;

  async function run() {
    let failures = 0;
    while (!end.signal.aborted) {
      try {
        connection = await connect(door, "bookbell-relay");
        failures = 0;
        log.info("Connected", { server: connection.info?.version });
        if (end.signal.aborted) await connection.close();
        await connection.closed();
        connection = null;
        loss.tell();
        if (!end.signal.aborted) log.warn("Connection lost");
      } catch (error) {
        // Once: it is tried many times a minute.
        if (failures === 0) log.warn("Cannot connect", { error: codeOf(error) });
      }
      failures += 1;
      await setTimeout(jittered(grownMs(growth, failures), Math.random), undefined, end).catch(() => {});
    }
  }

  return {
    /** As it stands; null while there is none. */
    connection: () => connection,
    /** It is lost, with all that was not acknowledged. */
    onLost: loss.on,
    start(): void {
      running ??= run();
    },
    async close(): Promise<void> {
      end.abort();
      await connection?.close();
      await running;
    },
  };
}

/** Such as ECONNREFUSED; what an error says may name the server. */
const codeOf = (error: unknown) => {
  const { code, name } = error as NodeJS.ErrnoException;
  return code ?? name;
};

export type Link = ReturnType<typeof createLink>;
