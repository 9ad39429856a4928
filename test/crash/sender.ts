import { Agent, request } from "node:http";
import type { Posted, Traffic } from "./traffic.ts";

export interface Sending {
  /** Settles when every connection has stopped. */
  readonly ended: Promise<void>;
  /** Every answer that was not a 2xx. */
  readonly refused: readonly number[];
}

const connections = 8;
const repetitions = 10;

/**
 * Posts over several connections at once until the receiver dies. While Bookbell is `behind` with telling, each
 * connection posts some repetitions, which are told to nobody, and waits.
 */
export function sendAll(url: string, traffic: Traffic, behind: () => Promise<unknown> | null): Sending {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const refused: number[] = [];
  let dead = false;

  async function deliver(posted: Posted): Promise<void> {
    posted.sent += 1;
    const status = await post(agent, url, posted);
    if (status >= 200 && status < 300) posted.acknowledged += 1;
    else refused.push(status);
  }

  async function connection(): Promise<void> {
    try {
      while (!dead) {
        const wait = behind();
        for (let left = wait === null ? 1 : repetitions; left > 0; left--)
          await deliver(traffic.next(wait === null));
        await wait;
      }
    } catch {
      // Killed in the middle: whatever was under way has no answer.
      dead = true;
    }
  }

  const ended = Promise.all(Array.from({ length: connections }, connection)).then(() => agent.destroy());
  return { ended, refused };
}

function post(agent: Agent, url: string, { body }: Posted): Promise<number> {
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
