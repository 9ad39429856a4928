import { createHmac, randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { RequestOptions, request } from "node:https";
import type { ProblemCode } from "../../common/problems.ts";
import { fingerprint, type OpenProbe, probeKey } from "../receivers/http/probes.ts";
import { signatureHeader } from "../sources/timekit/verify.ts";

/** What came of one try of the public address. */
export type ProbeResult =
  | { readonly ok: true; readonly ms: number }
  | { readonly ok: false; readonly code: DoorFault };

type FrontDoorFault = Extract<ProblemCode, `front-door-${string}`>;
/** At a relay the front door may be well, and the way from there to this computer not. */
export type DoorFault =
  | FrontDoorFault
  | Extract<
      ProblemCode,
      | `relay-door-${string}`
      | "relay-silent"
      | "relay-full"
      | "relay-unreachable"
      | "relay-proxy"
      | "relay-address"
    >;

/** What a probe needs of the rest of Bookbell. */
export interface ProbeParts {
  open(): OpenProbe;
  /** node:https's. */
  request: typeof request;
  now(): number;
}

/** One try of a public address. */
export interface ProbeOf {
  /** Where Timekit posts to, secret token included. */
  readonly url: string;
  /** Posts every byte there is; else some JSON, as nothing else ever comes from Timekit. */
  readonly thorough: boolean;
  readonly signal: AbortSignal;
}

/** From the first look-up of the name to the last byte of the answer. */
export const withinMs = 5_000;
/** Enough to know any page by. */
const mostBytes = 16 * 1024;
export const everyByte = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
export const someJson = Buffer.from('{"probe":true}');

/**
 * Asks Bookbell a question at the very address that Timekit posts to, on a connection of its own and as Timekit would:
 * whatever is in Timekit's way is in the way of this too. Never rejects, and takes five seconds at most.
 */
export async function probe(
  { url, thorough, signal }: ProbeOf,
  { open, request, now }: ProbeParts,
): Promise<ProbeResult> {
  const opened = open();
  const startedAt = now();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), withinMs);
  try {
    const body = thorough ? everyByte : someJson;
    const signature = createHmac("sha256", randomBytes(16)).update(body).digest("hex");
    const address = new URL(url);
    address.searchParams.set(probeKey, opened.nonce);
    const ending = AbortSignal.any([signal, late.signal]);
    const answer = await ask(request, address, { body, headers: { [signatureHeader]: signature } }, ending);
    const fault = faultOf(answer, opened.answer, fingerprint(body, signature));
    return fault ? { ok: false, code: fault } : { ok: true, ms: now() - startedAt };
  } catch {
    return { ok: false, code: "front-door-silent" };
  } finally {
    clearTimeout(timer);
    opened.close();
  }
}

/** How it was answered, in HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What is posted, and by which way; straight, if there is none. */
export interface Asked {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly route?: Pick<RequestOptions, "createConnection">;
}

/** Posts it as Timekit would, on a connection of its own. */
export function ask(
  request: ProbeParts["request"],
  address: URL,
  { body, headers, route = {} }: Asked,
  signal: AbortSignal,
): Promise<Answer> {
  const options = {
    ...route,
    method: "POST",
    signal,
    headers: {
      "user-agent": "Bookbell",
      accept: "*/*",
      "content-type": "application/json",
      "content-length": body.length,
      ...headers,
    },
    // A connection that was opened earlier may live on where a new one would not come through.
    agent: route.createConnection ? undefined : false,
    // Also where the environment says otherwise.
    rejectUnauthorized: true,
  };
  return new Promise((resolve, reject) => {
    const asking = request(address.href, options, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on("data", (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes > mostBytes) end();
      });
      answer.on("end", end);
      answer.on("error", reject);
      function end() {
        const text = Buffer.concat(parts).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        asking.destroy();
      }
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

/** Of ngrok's page that warns the visitors of free accounts (ngrok.com/docs/errors/err_ngrok_6024). */
const ngrokPage = "ERR_NGROK_6024";

function faultOf({ status, headers, text }: Answer, echo: string, arrived: string): FrontDoorFault | null {
  if (status === 200 && text.startsWith(echo)) return text === echo + arrived ? null : "front-door-altered";
  if (status >= 200 && status < 300) return "front-door-intercepted";
  const isNgroks = headers["ngrok-error-code"] === ngrokPage || text.includes(ngrokPage);
  return isNgroks ? "front-door-intercepted" : "front-door-refused";
}
