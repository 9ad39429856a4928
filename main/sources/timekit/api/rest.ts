import type { ProblemCode } from "../../../../common/problems.ts";
import { type Api, retryAfterOf } from "../../rest/api.ts";

/** How Timekit is asked: the App API key is the password of nobody. */
export const timekitRest: Api = {
  headers: (key) => ({ authorization: `Basic ${Buffer.from(`:${key}`).toString("base64")}` }),
  // Timekit allows ten requests a second to all of an app's programs together: this leaves half to the others.
  apartMs: 200,
  waitOf: (_, headers, now) => retryAfterOf(headers.get("retry-after"), now),
  problemOf,
  odd: "timekit-odd",
};

function problemOf(status: number): ProblemCode {
  if (status === 0) return "timekit-unreachable";
  if ([401, 403].includes(status)) return "timekit-key-refused";
  if ([404, 405, 410].includes(status)) return "timekit-gone";
  if ([400, 409, 422].includes(status)) return "timekit-not-allowed";
  if ([429, 502, 503, 504].includes(status)) return "timekit-busy";
  return "timekit-odd";
}
