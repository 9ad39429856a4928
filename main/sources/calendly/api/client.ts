import type { ProblemCode } from "../../../../common/problems.ts";
import { WorldError } from "../../../lib/world-error.ts";
import type { Call, ClientParts, Method } from "../../timekit/api/call.ts";
import { createPace, createTurns, waitBeforeRetry } from "../../timekit/api/retry.ts";

interface Answer {
  /** 0 when none came; `text` is why. */
  readonly status: number;
  readonly text: string;
  /** How many seconds to wait, by Calendly's own header or the common one. */
  readonly retryAfter: string | null;
  readonly date: string | null;
}

const largestAnswer = 8 * 1024 * 1024;

/**
 * Two lines of requests, as to Timekit: a page of what was missed may take its time, and what somebody waits for goes past
 * it. Calendly lets a user of its free plan ask 50 times a minute, and then says how long to wait.
 */
export function createCalls(parts: ClientParts) {
  const pace = createPace(parts);
  let ahead = 0;

  function createCall(): Call {
    const inTurn = createTurns(pace);
    return async (method, path, body) => {
      for (let tries = 1; ; tries += 1) {
        const { status, text, retryAfter, date } = await inTurn(() => ask(parts, method, path, body));
        const calendlysTime = Date.parse(date ?? "");
        if (!Number.isNaN(calendlysTime)) ahead = calendlysTime - parts.now();
        if (status >= 200 && status < 300) return text;
        const wait = waitBeforeRetry({ method, tries, status, retryAfter }, parts.now());
        if (wait === null)
          throw new WorldError(codeOf(status), `${status || text}: ${method} ${path.split("?")[0]}`);
        await parts.delay(wait, parts.signal);
      }
    };
  }

  return {
    /** For what somebody waits for. */
    call: createCall(),
    /** For what has time. */
    callLater: createCall(),
    /** Calendly's clock, to the second, by its last answer; the computer's where no answer tells. */
    calendlysNow: () => parts.now() + ahead,
  };
}

async function ask(parts: ClientParts, method: Method, path: string, body?: object): Promise<Answer> {
  const token = await parts.key();
  if (!token) throw new WorldError("calendly-token-refused", "there is none");
  parts.signal.throwIfAborted();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), parts.deadlineMs);
  try {
    const response = await parts.fetch(parts.base + path, {
      method,
      signal: AbortSignal.any([late.signal, parts.signal]),
      // The token goes nowhere but to Calendly.
      redirect: "manual",
      headers: {
        accept: "application/json",
        authorization: `Bearer ${token}`,
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await textOf(response);
    const { status, headers } = response;
    const retryAfter = headers.get("x-ratelimit-reset") ?? headers.get("retry-after");
    return { status, text, retryAfter: status === 429 ? retryAfter : null, date: headers.get("date") };
  } catch (error) {
    parts.signal.throwIfAborted();
    if (error instanceof WorldError) throw error;
    const text = late.signal.aborted ? "no answer in time" : causeOf(error);
    return { status: 0, text, retryAfter: null, date: null };
  } finally {
    clearTimeout(timer);
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new WorldError("calendly-odd", "the answer is larger than 8 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The code, such as ENOTFOUND: messages may quote the request. */
function causeOf(error: unknown): string {
  const { cause, name } = error as Error;
  return String((cause as NodeJS.ErrnoException | undefined)?.code ?? name);
}

function codeOf(status: number): ProblemCode {
  if (status === 0) return "calendly-unreachable";
  if (status === 401) return "calendly-token-refused";
  if (status === 403) return "calendly-not-allowed";
  if (status === 404) return "calendly-gone";
  if ([400, 409, 422].includes(status)) return "calendly-turned-down";
  if ([429, 502, 503, 504].includes(status)) return "calendly-busy";
  return "calendly-odd";
}
