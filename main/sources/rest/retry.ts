import { grownMs, jittered } from "../../lib/backoff.ts";
import type { ClientParts, Method } from "./call.ts";

const mostTries = 4;
const growth = { baseMs: 1_000, capMs: 60_000 };

/** Statuses by which a service says that it did not even look at the request. */
const pause = [429, 503];

/** These do the same when they are done twice. */
const harmless: ReadonlySet<Method> = new Set(["GET", "PATCH", "DELETE"]);

/** A try that did not succeed. */
interface Failed {
  readonly method: Method;
  /** How many tries there were. */
  readonly tries: number;
  /** 0 when no answer came. */
  readonly status: number;
  /** How long the answer asks to wait, milliseconds; more than a minute is for the caller's own schedule. */
  readonly asked: number;
}

/** How long to wait before the next try, milliseconds; null = give up. */
export function waitBeforeRetry({ method, tries, status, asked }: Failed): number | null {
  // Without an answer, a PUT or POST may have been carried out: twice, it would make two webhooks.
  const worthIt = pause.includes(status) || (harmless.has(method) && (status === 0 || status >= 500));
  if (!worthIt || tries >= mostTries || asked > growth.capMs) return null;
  return Math.max(asked, jittered(grownMs(growth, tries), Math.random, 0.5));
}

/** Keeps the beginnings of requests that far apart. */
export function createPace(
  apartMs: number,
  { now, delay, signal }: Pick<ClientParts, "now" | "delay" | "signal">,
) {
  let nextAt = 0;
  return async (): Promise<void> => {
    const at = now();
    // The clock may have been set back meanwhile.
    const wait = Math.max(0, Math.min(nextAt - at, 2 * apartMs));
    nextAt = at + wait + apartMs;
    if (wait > 0) await delay(wait, signal);
  };
}

/** Lets one run at a time, each when `pace` lets it. */
export function createTurns(pace: () => Promise<void>) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    const mine = last.then(pace).then(run);
    last = mine.catch(() => {});
    return mine;
  };
}
