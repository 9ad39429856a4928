import { request as plainRequest } from "node:http";
import type { request } from "node:https";
import type { LookupFunction } from "node:net";
import { codedError, guarded, refusalOf } from "./address-guard.ts";
import type { Answer } from "./destination.ts";
import { codeOf, noAnswerCode } from "./no-answer.ts";

/** What posting needs of the rest of Bookbell. */
export interface PostParts {
  /** Bookbell's. */
  readonly version: string;
  /** Aborts once one try took too long; 15 seconds are good. Called at the start of each. */
  limit(): AbortSignal;
  /** node:dns's. */
  readonly lookup: LookupFunction;
  /** node:https's. */
  readonly request: typeof request;
}

export interface Letter {
  readonly url: string;
  /** JSON. */
  readonly body: string;
  /** Besides those that each has. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer, whose body may have broken off. */
export interface Received extends Answer {
  readonly isWhole: boolean;
}

/**
 * Posts once, on a connection of its own, and follows nothing. Rejects where no answer came, with a `code` that readNoAnswer
 * knows, and with the reason of `signal` once that aborts.
 */
export type Post = (letter: Letter, signal: AbortSignal) => Promise<Received>;

const mostBytes = 1_024;

export function createPost({ version, limit, lookup, request }: PostParts): Post {
  return async ({ url, body, headers }, signal) => {
    signal.throwIfAborted();
    const target = new URL(url);
    const refusal = refusalOf(target);
    if (refusal) throw codedError(refusal);
    const late = limit();
    const bytes = Buffer.from(body);
    const options = {
      method: "POST",
      signal: AbortSignal.any([signal, late]),
      headers: {
        ...headers,
        "user-agent": `Bookbell/${version}`,
        accept: "*/*",
        "content-type": "application/json",
        "content-length": bytes.length,
      },
      // Nothing is kept open for the next one.
      agent: false,
      lookup: guarded(lookup, target.protocol),
      // Also where the environment says otherwise.
      rejectUnauthorized: true,
    };
    const asking = (target.protocol === "http:" ? plainRequest : request)(target.href, options);
    try {
      return await receive(asking, bytes);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  };
}

function receive(asking: ReturnType<typeof request>, bytes: Buffer): Promise<Received> {
  return new Promise((resolve, reject) => {
    let isConnected = false;
    let isAnswered = false;
    const fail = (error: Error | null) => {
      if (!isAnswered) reject(codedError(noAnswerCode(codesOf(error), isConnected)));
    };
    asking.on("socket", (socket) => {
      // Nothing is written before: with TLS, not before the other side has proved who it is.
      socket.once("encrypted" in socket ? "secureConnect" : "connect", () => {
        isConnected = true;
      });
    });
    asking.on("error", fail);
    // A change of the protocol ends without an error.
    asking.on("close", () => fail(null));
    asking.on("response", (answer) => {
      isAnswered = true;
      const parts: Buffer[] = [];
      let size = 0;
      const { statusCode: status = 0, headers } = answer;
      answer.on("data", (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size >= mostBytes) end(true);
      });
      answer.on("end", () => end(true));
      answer.on("error", () => end(false));
      function end(isWhole: boolean) {
        const body = Buffer.concat(parts).subarray(0, mostBytes).toString();
        const { "retry-after": retryAfter = null, date = null } = headers;
        resolve({ status, body, retryAfter, date, isWhole });
        asking.destroy();
      }
    });
    asking.end(bytes);
  });
}

/** Of a host with several addresses, all were tried. */
function codesOf(error: Error | null): readonly string[] {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  return errors.map(codeOf);
}
