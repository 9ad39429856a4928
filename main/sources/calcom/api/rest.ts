import type { ProblemCode } from "../../../../common/problems.ts";
import type { Api } from "../../rest/api.ts";

/** How Cal.com is asked. */
export const calcomRest: Api = {
  headers: (key) => ({
    authorization: `Bearer ${key}`,
    // Without it Cal.com answers as it did in 2024; its own servers and others know this one.
    "cal-api-version": "2024-08-13",
  }),
  // A key is allowed 120 requests a minute, for all that the user does with it: this leaves half to the others.
  apartMs: 1_000,
  waitOf: (_, headers, now) => waitOf(headers, now),
  problemOf,
  odd: "calcom-odd",
};

function problemOf(status: number): ProblemCode {
  if (status === 0) return "calcom-unreachable";
  if ([401, 403].includes(status)) return "calcom-key-refused";
  if ([404, 410].includes(status)) return "calcom-gone";
  if ([400, 409, 422].includes(status)) return "calcom-not-allowed";
  if ([429, 502, 503, 504].includes(status)) return "calcom-busy";
  return "calcom-odd";
}

/** A moment in seconds, rather than a span of them. */
const isMoment = (seconds: number) => seconds > 1_000_000_000;

/** Of its limits the longest that is used up: seconds or a date, under "retry-after" or the name of a limit. */
function waitOf(headers: Headers, now: number): number {
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
