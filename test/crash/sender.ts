import { Agent, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Posted, Traffic } from "./traffic.ts";

export interface Sending {
  /** Settles when every connection has stopped. */
  readonly ended: Promise<void>;
  /** Settles with the first 2xx, or when all has ended. */
  readonly acknowledged: Promise<unknown>;
  /** How many 2xx there were. */
  count(): number;
  /** Every answer that was not a 2xx. */
  readonly refused: readonly number[];
}

const connections = 8;
/** Between two deliveries of one connection, at most; a flood would only make the database of a long run huge. */
const pauseMs = 80;

/** Posts over several connections at once until the receiver dies. */
export function sendAll(url: string, traffic: Traffic): Sending {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const refused: number[] = [];
  let dead = false;
  let count = 0;
  let onFirst = () => {};
  const first = new Promise<void>((resolve) => {
    onFirst = resolve;
  });

  async function deliver(posted: Posted): Promise<void> {
    posted.sent += 1;
    const status = await post(agent, url, posted);
    if (status < 200 || status > 299) return void refused.push(status);
    posted.acknowledged += 1;
    count += 1;
    onFirst();
  }

  async function connection(): Promise<void> {
    try {
      while (!dead) {
        await deliver(traffic.next());
        await delay(traffic.random.below(pauseMs));
      }
    } catch {
      // Killed in the middle: whatever was under way has no answer.
      dead = true;
    }
  }

  const ended = Promise.all(Array.from({ length: connections }, connection)).then(() => agent.destroy());
  return { ended, acknowledged: Promise.race([first, ended]), count: () => count, refused };
}

/** Posts once. @returns the status */
export function post(agent: Agent, url: string, { body }: Posted): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": body.length };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      // The status line alone is the acknowledgement: what comes after it may be cut off.
      resolve(response.statusCode ?? 0);
      response.resume();
      response.on("error", () => {});
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
