import { Agent } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { Changes } from "../../support/desktop/changes.ts";
import { patienceMs } from "../../support/patience.ts";
import { post } from "../sender.ts";
import type { Posted, Traffic } from "../traffic.ts";

/** A booking service at work. */
export interface Posting {
  /** What was answered with a 2xx, as often as it was. */
  readonly taken: readonly Posted[];
  /** Every other answer; null = there was none. */
  readonly refused: readonly (number | null)[];
  /** For how long, at most, nothing was taken. */
  longestMs(): number;
  /** Settles once so many more are taken than at this moment. */
  more(count: number): Promise<unknown>;
  /** Settles when what was under way has its answer; what is not taken by then is not sent again. */
  stop(): Promise<void>;
}

const connections = 4;
const pauseMs = 200;
const againMs = 100;

/** Posts over several connections at once, and each again until it is taken, whoever is killed meanwhile. */
export function postAll(url: string, traffic: Traffic): Posting {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const refused: (number | null)[] = [];
  const taken: Posted[] = [];
  const changes = new Changes();
  let isOver = false;
  let lastAt = Date.now();
  let longestMs = 0;

  async function deliver(posted: Posted): Promise<void> {
    while (!(await isTaken(posted)) && !isOver) await delay(againMs);
  }

  async function isTaken(posted: Posted): Promise<boolean> {
    posted.sent += 1;
    const status = await post(agent, url, posted).catch(() => null);
    const is = status !== null && status >= 200 && status <= 299;
    if (is) keep(posted);
    else refused.push(status);
    changes.announce();
    return is;
  }

  function keep(posted: Posted): void {
    posted.acknowledged += 1;
    taken.push(posted);
    longestMs = Math.max(longestMs, Date.now() - lastAt);
    lastAt = Date.now();
  }

  async function connection(): Promise<void> {
    while (!isOver) {
      await deliver(traffic.next());
      await delay(traffic.random.below(pauseMs));
    }
  }

  const ended = Promise.all(Array.from({ length: connections }, connection)).then(() => agent.destroy());
  return {
    refused,
    taken,
    longestMs: () => longestMs,
    more(count) {
      const wanted = taken.length + count;
      const missing = () => `${taken.length} are taken instead of ${wanted}; ${refused.slice(-5)}`;
      return changes.until(() => taken.length >= wanted || undefined, patienceMs, missing);
    },
    async stop() {
      isOver = true;
      await ended;
    },
  };
}
