import type { ProblemCode } from "../../../../common/problems.ts";
import { WorldError } from "../../../lib/world-error.ts";
import { createTurns } from "../../timekit/api/retry.ts";
import type { Call, ClientParts, Method } from "./call.ts";
import { createPace, waitBeforeRetry } from "./retry.ts";

interface Answer {
  /** 0 when none came; `text` is why. */
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

const largestAnswer = 8 * 1024 * 1024;

/** Without it Cal.com answers as it did in 2024; its own servers and others know this one. */
const version = "2024-08-13";

/** Two lines of requests, as to Timekit: what was missed may take its time, and what somebody waits for goes past it. */
export function createCalls(parts: ClientParts) {
  const pace = createPace(parts);
  let ahead = 0;

  function createCall(): Call {
    const inTurn = createTurns(pace);
    return async (method, path, body) => {
      for (let tries = 1; ; tries += 1) {
        const { status, text, headers } = await inTurn(() => ask(parts, method, path, body));
        const calcomsTime = Date.parse(headers.get("date") ?? "");
        if (!Number.isNaN(calcomsTime)) ahead = calcomsTime - parts.now();
        if (status >= 200 && status < 300) return text;
        const wait = waitBeforeRetry({ method, tries, status, headers }, parts.now());
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
    /** Cal.com's clock, to the second, by its last answer; the computer's where no answer tells. */
    calcomsNow: () => parts.now() + ahead,
  };
}

async function ask(parts: ClientParts, method: Method, path: string, body?: object): Promise<Answer> {
  const key = await parts.key();
  if (!key) throw new WorldError("calcom-key-refused", "there is none");
  parts.signal.throwIfAborted();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), parts.deadlineMs);
  try {
    const response = await parts.fetch(parts.base() + path, {
      method,
      signal: AbortSignal.any([late.signal, parts.signal]),
      // The key goes nowhere but to the server that the user chose.
      redirect: "manual",
      headers: {
        accept: "application/json",
        authorization: `Bearer ${key}`,
        "cal-api-version": version,
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await textOf(response), headers: response.headers };
  } catch (error) {
    parts.signal.throwIfAborted();
    if (error instanceof WorldError) throw error;
    return {
      status: 0,
      text: late.signal.aborted ? "no answer in time" : causeOf(error),
      headers: new Headers(),
    };
  } finally {
    clearTimeout(timer);
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new WorldError("calcom-odd", "the answer is larger than 8 MB");
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
  if (status === 0) return "calcom-unreachable";
  if ([401, 403].includes(status)) return "calcom-key-refused";
  if ([404, 410].includes(status)) return "calcom-gone";
  if ([400, 409, 422].includes(status)) return "calcom-not-allowed";
  if ([429, 502, 503, 504].includes(status)) return "calcom-busy";
  return "calcom-odd";
}
