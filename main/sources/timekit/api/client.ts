import type { ProblemCode } from "../../../../common/problems.ts";
import { WorldError } from "../../../lib/world-error.ts";
import type { Call, ClientParts, Method } from "./call.ts";
import { createPace, createTurns, waitBeforeRetry } from "./retry.ts";

interface Answer {
  /** 0 when none came; `text` is why. */
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
  /** The header of that name: Timekit's own clock. */
  readonly date: string | null;
}

const largestAnswer = 8 * 1024 * 1024;

/**
 * Two lines of requests: a page of what was missed may take its time, and what somebody waits for goes past it. Each
 * line has one request under way at most, and both share one pace.
 */
export function createCalls(parts: ClientParts) {
  const pace = createPace(parts);
  let ahead = 0;

  function createCall(): Call {
    const inTurn = createTurns(pace);
    return async (method, path, body) => {
      for (let tries = 1; ; tries += 1) {
        const { status, text, retryAfter, date } = await inTurn(() => ask(parts, method, path, body));
        const timekitsTime = Date.parse(date ?? "");
        if (!Number.isNaN(timekitsTime)) ahead = timekitsTime - parts.now();
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
    /** Timekit's clock, to the second, by its last answer; the computer's where no answer tells. */
    timekitsNow: () => parts.now() + ahead,
  };
}

async function ask(parts: ClientParts, method: Method, path: string, body?: object): Promise<Answer> {
  const key = await parts.key();
  if (!key) throw new WorldError("timekit-key-refused", "there is none");
  const deadline = deadlineOf(parts);
  try {
    const response = await parts.fetch(parts.base + path, {
      method,
      signal: deadline.signal,
      // The key goes nowhere but to Timekit.
      redirect: "manual",
      ...contentOf(method, key, body),
    });
    const text = await textOf(response);
    const { status, headers } = response;
    return { status, text, retryAfter: headers.get("retry-after"), date: headers.get("date") };
  } catch (error) {
    parts.signal.throwIfAborted();
    if (error instanceof WorldError) throw error;
    return {
      status: 0,
      text: deadline.signal.aborted ? "no answer in time" : causeOf(error),
      retryAfter: null,
      date: null,
    };
  } finally {
    deadline.clear();
  }
}

/** Timekit answers 400 to a GET that has a body or a content type. */
function contentOf(method: Method, key: string, body: object = {}): RequestInit {
  const headers = {
    accept: "application/json",
    authorization: `Basic ${Buffer.from(`:${key}`).toString("base64")}`,
  };
  if (method === "GET" || method === "DELETE") return { headers };
  return { headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
}

function deadlineOf({ deadlineMs, signal }: ClientParts) {
  signal.throwIfAborted();
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, deadlineMs);
  signal.addEventListener("abort", end);
  return {
    signal: ending.signal,
    clear() {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
    },
  };
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new WorldError("timekit-odd", "the answer is larger than 8 MB");
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
  if (status === 0) return "timekit-unreachable";
  if ([401, 403].includes(status)) return "timekit-key-refused";
  if ([404, 405, 410].includes(status)) return "timekit-gone";
  if ([400, 409, 422].includes(status)) return "timekit-not-allowed";
  if ([429, 502, 503, 504].includes(status)) return "timekit-busy";
  return "timekit-odd";
}
