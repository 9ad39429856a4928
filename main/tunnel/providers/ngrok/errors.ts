import type { ProblemCode } from "../../../../common/problems.ts";

/** What ngrok's server says no with, from https://ngrok.com/docs/errors/reference, as far as a user can do something. */
const problemOf: Readonly<Record<string, ProblemCode>> = {
  // The account was not paid for, is suspended, or runs as many agents as it may.
  ERR_NGROK_102: "tunnel-limit",
  ERR_NGROK_103: "tunnel-limit",
  ERR_NGROK_108: "tunnel-limit",
  // The token is malformed, of an old kind, revoked, or not sent.
  ERR_NGROK_105: "tunnel-refused",
  ERR_NGROK_106: "tunnel-refused",
  ERR_NGROK_107: "tunnel-refused",
  ERR_NGROK_4018: "tunnel-refused",
  // The domain is online elsewhere, was never reserved, or is another account's.
  ERR_NGROK_334: "tunnel-address-taken",
  ERR_NGROK_319: "tunnel-address-not-yours",
  ERR_NGROK_320: "tunnel-address-not-yours",
};

/** What to tell the user; null = ngrok's server was not reached. */
export function problemCode(code: string | null): ProblemCode {
  return code === null ? "tunnel-unreachable" : (problemOf[code] ?? "tunnel-turned-down");
}
