import { WorldError } from "../../lib/world-error.ts";
import type { Api } from "./api.ts";
import type { ClientParts, Method } from "./call.ts";

interface Answer {
  /** 0 when none came; `text` is why. */
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

interface Question {
  readonly method: Method;
  readonly path: string;
  readonly body: object | undefined;
}

const largestAnswer = 8 * 1024 * 1024;

/**
 * Asks once.
 * @throws WorldError where there is no key, or more comes than anybody would answer
 */
export async function ask(api: Api, parts: ClientParts, { method, path, body }: Question): Promise<Answer> {
  const key = await parts.key();
  if (!key) throw new WorldError(api.problemOf(401), "there is none");
  const deadline = deadlineOf(parts);
  try {
    const response = await parts.fetch(parts.base() + path, {
      method,
      signal: deadline.signal,
      // The key goes nowhere but to the server that the user chose.
      redirect: "manual",
      headers: {
        accept: "application/json",
        ...api.headers(key),
        // Timekit answers 400 to a GET that has a content type.
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await textOf(response, api), headers: response.headers };
  } catch (error) {
    parts.signal.throwIfAborted();
    if (error instanceof WorldError) throw error;
    const text = deadline.signal.aborted ? "no answer in time" : causeOf(error);
    return { status: 0, text, headers: new Headers() };
  } finally {
    deadline.clear();
  }
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

async function textOf(response: Response, { odd }: Api): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new WorldError(odd, "the answer is larger than 8 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The code, such as ENOTFOUND: messages may quote the request. */
function causeOf(error: unknown): string {
  const { cause, name } = error as Error;
  return String((cause as NodeJS.ErrnoException | undefined)?.code ?? name);
}
