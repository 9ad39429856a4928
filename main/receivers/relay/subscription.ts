import type { ConsumerMessages, ConsumerNotification, JsMsg } from "@nats-io/jetstream";
import { pause } from "../../lib/pause.ts";
import { WorldError } from "../../lib/world-error.ts";
import { leaveMs } from "./answer.ts";
import { type Arrived, type DealParts, deal } from "./deal.ts";
import type { Link } from "./link.ts";
import { createProgress, type ProgressParts } from "./progress.ts";

/** What fetching from a relay needs of the rest of Bookbell. */
export interface SubscriptionParts extends DealParts, ProgressParts {
  /** Nobody is told of what waited when it was opened: this seat has never caught up. */
  readonly silent: boolean;
  /** What waited when it was opened is kept; once. */
  onCaughtUp(): void;
  /** Settles once the store may keep again, or `signal` aborts. */
  whenKeeping(signal: AbortSignal): Promise<void>;
  onFault(error: unknown): void;
}

/** So many are dealt with at once: the store's commits take them together. */
const mostInHand = 64;
/** A relay that is silent for longer than two of these beats is gone. */
const pull = { max_messages: mostInHand, expires: 15_000, idle_heartbeat: 5_000, bind: true } as const;

/** The relay serves this laptop no more, or cannot be heard. */
const ends: ReadonlySet<ConsumerNotification["type"]> = new Set<ConsumerNotification["type"]>([
  "heartbeats_missed",
  "no_responders",
  "consumer_deleted",
  "consumer_not_found",
  "stream_not_found",
]);

/** Fetches what waits and what comes, over one link. The link is its own from now on. */
export function subscribe({ connection, consumer, waiting }: Link, parts: SubscriptionParts) {
  const life = new AbortController();
  const { signal } = life;
  const inHand = new Set<Promise<unknown>>();
  /** So many wait at the relay behind the last one that came, and so many of those that came are not dealt with. */
  let behind = waiting;
  let open = 0;
  const progress = createProgress(waiting, parts);
  /** Nobody is told of what the relay had before, epoch milliseconds. */
  let silentBefore = parts.silent ? parts.now() : 0;
  let isCaughtUp = false;
  let messages: ConsumerMessages | null = null;
  const lost = new Promise<WorldError>((resolve) => {
    const lose = (detail: string) => {
      if (!signal.aborted) resolve(new WorldError("relay-unreachable", detail));
    };
    void connection.closed().then((error) => lose(error?.message ?? "closed"));
    void fetch(lose).catch((error) => {
      if (signal.aborted || connection.isClosed()) return;
      parts.onFault(error);
      lose("internal");
    });
  });

  async function fetch(lose: (detail: string) => void) {
    while (!signal.aborted && !connection.isClosed()) {
      messages = await consumer.consume({ ...pull });
      void watch(messages, lose);
      const left = await takeAll(messages);
      await messages.close();
      await Promise.all(inHand);
      // Whatever ended it, nothing more would come, and nothing else would tell.
      if (!left) return lose("fetching ended");
      await pause(leaveMs, signal);
      await parts.whenKeeping(signal);
    }
  }

  /** @returns whether it ended because nothing can be kept now */
  async function takeAll(messages: ConsumerMessages): Promise<boolean> {
    let left = false;
    for await (const message of messages) {
      const one = take(message).then((dealt) => {
        if (dealt !== "left") return;
        left = true;
        // Nothing more is fetched, though nothing more may come.
        void messages.close();
      });
      inHand.add(one);
      void one.finally(() => inHand.delete(one));
      if (inHand.size >= mostInHand) await Promise.race(inHand);
      if (left || signal.aborted) break;
    }
    return left;
  }

  async function take(message: JsMsg) {
    behind = message.info.pending;
    open += 1;
    const dealt = await deal(arrivedOf(message), silentBefore, parts);
    open -= 1;
    if (dealt === "left") {
      behind += 1;
      return dealt;
    }
    // A probe is dealt with at once, and may have come after many that are not committed yet.
    const left = behind + open;
    progress.kept(left);
    if (left === 0) caughtUp();
    return dealt;
  }

  function caughtUp() {
    if (isCaughtUp) return;
    isCaughtUp = true;
    silentBefore = 0;
    parts.onCaughtUp();
  }

  async function watch(messages: ConsumerMessages, lose: (detail: string) => void) {
    for await (const { type } of messages.status()) if (ends.has(type)) lose(type);
  }

  if (waiting === 0) caughtUp();
  return {
    /** Settles when it ended by itself. */
    lost,
    /** Whether the relay answers within five seconds. */
    answers: () =>
      connection.rtt().then(
        () => true,
        () => false,
      ),
    /** Ends it; what is in hand is kept first. */
    async close(): Promise<void> {
      life.abort();
      await messages?.close();
      await Promise.all(inHand);
      progress.end();
      await connection.close();
    },
  };
}

function arrivedOf(message: JsMsg): Arrived {
  const names = message.headers?.keys() ?? [];
  return {
    subject: message.subject,
    headers: Object.fromEntries(names.map((name) => [name.toLowerCase(), message.headers?.get(name) ?? ""])),
    body: message.data,
    deliveries: message.info.deliveryCount,
    acknowledge: () => message.ack(),
    leave: (ms) => message.nak(ms),
  };
}
