import { grownMs, jittered } from "../../../lib/backoff.ts";
import type { ClientParts, Method } from "./call.ts";

const mostTries = 4;
const growth = { baseMs: 1_000, capMs: 60_000 };

/** By these Cal.com says that it did not even look at the request. */
const pause = [429, 503];

/** Cal.com allows a key 120 requests a minute, for all that the user does with it: this leaves half to the others. */
const apartMs = 1_000;

/** A try that did not succeed. */
interface Failed {
  readonly method: Method;
  /** How many tries there were. */
  readonly tries: number;
  /** 0 when no answer came. */
  readonly status: number;
  readonly headers: Pick<Headers, "forEach">;
}

/** How long to wait before the next try, milliseconds; null = give up. */
export function waitBeforeRetry({ method, tries, status, headers }: Failed, now: number): number | null {
  // Without an answer a POST may have been carried out.
  const harmless = method !== "POST";
  const worthIt = pause.includes(status) || (harmless && (status === 0 || status >= 500));
  if (!worthIt || tries >= mostTries) return null;
  const asked = askedFor(headers, now);
  if (asked > growth.capMs) return null;
  return Math.max(asked, jittered(grownMs(growth, tries), Math.random, 0.5));
}

/** A moment in seconds, rather than a span of them. */
const isMoment = (seconds: number) => seconds > 1_000_000_000;

/** Of its limits the longest that is used up: seconds or a date, under "retry-after" or the name of a limit. */
function askedFor(headers: Failed["headers"], now: number): number {
  const used = new Map<string, number>();
  const waits: number[] = [];
  headers.forEach((value, name) => {
    if (name.startsWith("x-ratelimit-remaining")) used.set(name.slice(21), Number(value));
  });
  headers.forEach((value, name) => {
    const isReset = name.startsWith("x-ratelimit-reset") && used.get(name.slice(17)) === 0;
    if (!isReset && !name.startsWith("retry-after")) return;
    const seconds = Number(value);
    const moment = Number.isNaN(seconds) ? Date.parse(value) : isMoment(seconds) ? seconds * 1_000 : null;
    waits.push(moment === null ? seconds * 1_000 : moment - now);
  });
  return Math.max(0, ...waits.filter((wait) => !Number.isNaN(wait)));
}

/** Lets one begin each second. */
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
