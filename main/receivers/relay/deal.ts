import type { Delivery } from "../../bookings/delivery.ts";
import type { Incoming, Outcome } from "../intake.ts";
import { answerTo, isSuspect, leaveMs } from "./answer.ts";
import { type ReadParts, type RelayedIncoming, type RelayMessage, readMessage } from "./message.ts";

/** A message, and how the relay is told what became of it. */
export interface Arrived extends RelayMessage {
  /** How often it came, this time included. */
  readonly deliveries: number;
  /** It is kept here, and need not come again. */
  acknowledge(): void;
  /** It is to come again after so long. */
  leave(ms: number): void;
}

/** What dealing with messages needs of the rest of Bookbell. */
export interface DealParts extends ReadParts {
  receive(incoming: Incoming): Promise<Outcome>;
  /** Makes a delivery durable. @throws when that cannot be now */
  take(delivery: Delivery): Promise<unknown>;
  now(): number;
  /** A question of Bookbell's own came through. */
  onProbe(probe: { readonly nonce: string; readonly body: Uint8Array }): void;
  /** The relay's clock is wrong. */
  onClockAhead(): void;
}

/** What became of a message: `left` means that nothing can be kept now. */
export type Dealt = "kept" | "dropped" | "left";

/**
 * Takes one message in, and acknowledges it only once it is durable, or nothing that anybody needs. Nobody is
 * told of what the relay had before `silentBefore`, epoch milliseconds. Never throws.
 */
export async function deal(arrived: Arrived, silentBefore: number, parts: DealParts): Promise<Dealt> {
  const { body, deliveries } = arrived;
  const arrivedAt = parts.now();
  const read = readMessage(arrived, parts, arrivedAt);
  switch (read.kind) {
    case "foreign":
      arrived.acknowledge();
      return "dropped";
    case "probe":
      arrived.acknowledge();
      parts.onProbe(read);
      return "dropped";
    case "unknown": {
      const { receivedAt, headers } = read;
      const unread = { source: "timekit", receivedAt, via: "relay", headers, body } as const;
      return keep({ ...unread, setAside: { code: "unread" } });
    }
    case "delivery":
      if (read.clockAhead) parts.onClockAhead();
      return takeIn({ ...read.incoming, quietly: read.incoming.relayed.receivedAt < silentBefore });
  }

  /** Acknowledged once its bytes are kept, whatever reading them does. */
  async function takeIn(incoming: RelayedIncoming): Promise<Dealt> {
    if (isSuspect(deliveries)) {
      if ((await keep(unreadOf(incoming, "unread"))) === "left") return "left";
      await parts.receive(incoming);
      return "kept";
    }
    const answer = answerTo(await parts.receive(incoming));
    if (answer.do === "set-aside") return keep(unreadOf(incoming, answer.reason));
    if (answer.do === "acknowledge") {
      arrived.acknowledge();
      return "kept";
    }
    arrived.leave(answer.ms);
    return "left";
  }

  async function keep(delivery: Delivery): Promise<Dealt> {
    try {
      await parts.take(delivery);
    } catch {
      arrived.leave(leaveMs);
      return "left";
    }
    arrived.acknowledge();
    return "kept";
  }

  function unreadOf(
    { source, headers, signature, test, relayed }: RelayedIncoming,
    code: "unsigned" | "unread",
  ): Delivery {
    // By it the bytes are judged once the secret is another one.
    const signed = source.signatureHeader !== null &&
      signature !== undefined && { [source.signatureHeader]: signature };
    return {
      source: source.name,
      ...relayed,
      via: "relay",
      test,
      headers: { ...headers, ...signed },
      body,
      setAside: { code },
    };
  }
}
