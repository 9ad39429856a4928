import { randomBytes } from "node:crypto";
import { WorldError } from "../lib/world-error.ts";
import { relayProbeHeader, seatHeader } from "../receivers/http/relay-headers.ts";
import type { RouteTo } from "../receivers/relay/route.ts";
import {
  type Answer,
  ask,
  type DoorFault,
  everyByte,
  type ProbeOf,
  type ProbeParts,
  type ProbeResult,
  someJson,
  withinMs,
} from "./probe.ts";

/** What trying the way through a relay needs of it. */
export interface RelayProbeParts extends Pick<ProbeParts, "request" | "now"> {
  /** Where Timekit posts to, secret token included. */
  readonly hook: string;
  readonly seat: string;
  readonly routeTo: RouteTo;
  /** Settles with the body once the question with that nonce comes from the relay; null = `signal` aborted before. */
  arrival(nonce: string, signal: AbortSignal): Promise<Uint8Array | null>;
  /** Whether the relay answers over the link. */
  answers(): Promise<boolean>;
}

/**
 * Sends a question to the very address that Timekit posts to, and waits until the relay brings it here: whatever is in the
 * way of a booking is in the way of this too. Never rejects.
 */
export async function probeRelay(
  { thorough, signal }: Pick<ProbeOf, "thorough" | "signal">,
  parts: RelayProbeParts,
): Promise<ProbeResult> {
  const { request, now, hook, seat } = parts;
  const startedAt = now();
  const nonce = randomBytes(16).toString("hex");
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), withinMs);
  const ending = AbortSignal.any([signal, late.signal]);
  try {
    const body = thorough ? everyByte : someJson;
    const arrival = parts.arrival(nonce, ending);
    const headers = { [seatHeader]: seat, [relayProbeHeader]: nonce };
    const route = parts.routeTo(hook, ending);
    const answer = await ask(request, new URL(hook), { body, headers, route }, ending).catch((error) =>
      isProxys(error) ? ("relay-proxy" as const) : null,
    );
    if (answer === "relay-proxy") return { ok: false, code: answer };
    const fault = answer ? faultOf(answer) : "relay-door-silent";
    if (fault === "relay-door-silent" && !(await parts.answers()))
      return { ok: false, code: "relay-unreachable" };
    if (fault) return { ok: false, code: fault };
    const came = await arrival;
    if (!came) return { ok: false, code: (await parts.answers()) ? "relay-silent" : "relay-unreachable" };
    return Buffer.from(came).equals(body)
      ? { ok: true, ms: now() - startedAt }
      : { ok: false, code: "relay-door-altered" };
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}

/** Timekit is behind no proxy of this network's. */
const isProxys = (error: unknown) => error instanceof WorldError && error.code === "relay-proxy";

/** A relay answers what it has taken with no word. */
function faultOf({ status, text }: Answer): DoorFault | null {
  if (status === 503) return "relay-full";
  if (status >= 500) return "relay-door-silent";
  // It knows the token of the address no more.
  if (status === 404) return "relay-address";
  if (status < 200 || status >= 300) return "relay-door-refused";
  return text === "" ? null : "relay-door-intercepted";
}
