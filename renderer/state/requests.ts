import type { Answer, Requests } from "../../common/ipc.ts";
import { asked } from "./answer.ts";

/** The same requests, each of them answered whatever happens: whoever asks shows what came of it. */
export function createRequests(requests: Requests): Requests {
  const groups = Object.entries(requests).map(([group, asks]) => [
    group,
    Object.fromEntries(Object.entries(asks).map(([name, ask]) => [name, answered(ask)])),
  ]);
  return Object.fromEntries(groups);
}

const answered = (ask: (input: never) => Promise<Answer<unknown>>) => (input: never) => asked(ask(input));
