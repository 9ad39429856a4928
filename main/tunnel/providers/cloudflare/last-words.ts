import type { ProblemCode } from "../../../../common/problems.ts";
import { WorldError } from "../../../lib/world-error.ts";

// As cloudflared 2026.8.2 writes them, and versions before it; the first that fits decides.
const meanings: readonly (readonly [RegExp, ProblemCode])[] = [
  [/flag provided but not defined|incorrect usage/i, "cloudflared-broken"],
  [/error parsing yaml|use .cloudflared tunnel run. to start/i, "tunnel-conflict"],
  [/token is not valid|failed to read token file|unauthorized/i, "tunnel-refused"],
  [/too many requests|error code: 1015/i, "tunnel-limit"],
  [
    /quick.?tunnel|failed to dial|dial tcp|no such host|network is unreachable|i\/o timeout|edge IPs/i,
    "tunnel-unreachable",
  ],
];

/** "INF", "ERR" and so on: how cloudflared marks its lines, so that another program is told from it. */
const ownLine = /\b(DBG|INF|WRN|ERR|FTL)\b/;
/** Lines of everyday work, which mention what did not fail. */
const informs = /\b(DBG|INF)\b/;

/** Why cloudflared ended or never got ready, from the last lines it said; `otherwise` if they do not tell. */
export function lastWords(lines: readonly string[], otherwise: ProblemCode): WorldError {
  const complaints = lines.filter((line) => !informs.test(line)).reverse();
  for (const [pattern, code] of meanings) {
    const line = complaints.find((complaint) => pattern.test(complaint));
    if (line) return new WorldError(code, line);
  }
  const known = lines.some((line) => ownLine.test(line));
  return new WorldError(
    otherwise === "cloudflared-broken" && known ? "tunnel-ended" : otherwise,
    complaints[0],
  );
}
