import type { ProblemCode } from "../../../../common/problems.ts";
import { WorldError } from "../../../lib/world-error.ts";

/** The fault that kept a tunnel from opening; ssh2 tells in `level` who raised it. */
export function openingFault(error: unknown): WorldError {
  const refused = levelOf(error) === "client-authentication";
  return asFault(error, refused ? "ssh-refused" : "tunnel-unreachable");
}

/** The fault that ended a tunnel that stood. */
export function losingFault(error: Error): WorldError {
  const silent = levelOf(error) === "client-timeout";
  return asFault(error, silent ? "tunnel-unreachable" : "tunnel-ended");
}

function levelOf(error: unknown): unknown {
  return (error as { level?: unknown }).level;
}

function asFault(error: unknown, code: ProblemCode): WorldError {
  return error instanceof WorldError ? error : new WorldError(code, (error as Error).message);
}
