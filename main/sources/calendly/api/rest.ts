import type { ProblemCode } from "../../../../common/problems.ts";
import { type Api, retryAfterOf } from "../../rest/api.ts";

/** How Calendly is asked, with the user's personal access token. */
export const calendlyRest: Api = {
  headers: (token) => ({ authorization: `Bearer ${token}` }),
  // A user of the free plan may ask 50 times a minute, and is told then how long to wait.
  apartMs: 200,
  waitOf: (status, headers, now) =>
    status === 429 ? retryAfterOf(headers.get("x-ratelimit-reset") ?? headers.get("retry-after"), now) : 0,
  problemOf,
  odd: "calendly-odd",
};

function problemOf(status: number): ProblemCode {
  if (status === 0) return "calendly-unreachable";
  if (status === 401) return "calendly-token-refused";
  if (status === 403) return "calendly-not-allowed";
  if (status === 404) return "calendly-gone";
  if ([400, 409, 422].includes(status)) return "calendly-turned-down";
  if ([429, 502, 503, 504].includes(status)) return "calendly-busy";
  return "calendly-odd";
}
