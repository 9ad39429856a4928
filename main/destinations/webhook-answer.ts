import { type Answer, again, type Outcome, refused, sent, stopped } from "./destination.ts";
import { retryAfterMs } from "./retry-after.ts";

const minute = 60_000;
/** Receivers of Standard Webhooks refuse what is dated further off than this. */
const toleranceMs = 5 * minute;
/** The body, its type, its size: whatever else is sent may be taken. */
const ofMessage: ReadonlySet<number> = new Set([400, 413, 415, 422]);
const notAllowed: ReadonlySet<number> = new Set([401, 403]);

/** What an answer of any receiver means. */
export function readWebhookAnswer(answer: Answer, host: string, now: number): Outcome {
  const { status, body } = answer;
  const afterMs = retryAfterMs(answer.retryAfter, now);
  if (status >= 200 && status < 300) return sent;
  if (status === 410) return stopped({ code: "destination-gone", args: { host } });
  if (notAllowed.has(status)) {
    const minutes = minutesOff(answer.date, now);
    return minutes === 0
      ? stopped({ code: "destination-not-allowed", args: { host, status } })
      : again({ code: "destination-clock", args: { host, minutes } }, afterMs);
  }
  // Make says so of its queue, and means its whole scenario.
  const isQueueFull = status === 400 && /^\W*queue is full\W*$/i.test(body);
  if (status === 429 || isQueueFull) return again({ code: "destination-busy", args: { host } }, afterMs);
  if (ofMessage.has(status)) return refused({ code: "destination-turned-down", args: { host, status } });
  // None is followed: it could lead inwards, or out of the encryption.
  if (status >= 300 && status < 400) return again({ code: "destination-elsewhere", args: { host } });
  return again({ code: "destination-failing", args: { host, status } }, afterMs);
}

/** How far this computer's clock is off from the answer's, if that is why its signature was refused; else 0. */
function minutesOff(date: string | null, now: number): number {
  const off = Math.abs(Date.parse(date ?? "") - now);
  return off > toleranceMs ? Math.round(off / minute) : 0;
}
