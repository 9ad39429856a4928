import { grownMs, jittered } from "../../../lib/backoff.ts";
import type { ClientParts, Method } from "./call.ts";

const mostTries = 4;
const growth = { baseMs: 1_000, capMs: 60_000 };

/** Statuses by which Timekit says that it did not even look at the request. */
const pause = [429, 503];

/** Timekit allows ten requests a second to all of an app's programs together: this leaves half to the others. */
const apartMs = 200;

/** A try that did not succeed. */
interface Failed {
  readonly method: Method;
  /** How many tries there were. */
  readonly tries: number;
  /** 0 when no answer came. */
  readonly status: number;
  /** The header of that name; more than a minute is for the caller's own schedule. */
  readonly retryAfter: string | null;
}

/** How long to wait before the next try, milliseconds; null = give up. */
export function waitBeforeRetry({ method, tries, status, retryAfter }: Failed, now: number): number | null {
  // Without an answer, a PUT or POST may have been carried out: twice, it would make two webhooks.
  const harmless = method === "GET" || method === "DELETE";
  const worthIt = pause.includes(status) || (harmless && (status === 0 || status >= 500));
  if (!worthIt || tries >= mostTries) return null;
  const asked = askedFor(retryAfter, now);
  if (asked > growth.capMs) return null;
  return Math.max(asked, jittered(grownMs(growth, tries), Math.random, 0.5));
}

/** The header holds seconds or a date. */
function askedFor(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isNaN(ms) ? 0 : ms;
}

/** Lets at most five begin in a second. */
export function createPace({ now, delay, signal }: Pick<ClientParts, "now" | "delay" | "signal">) {
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
