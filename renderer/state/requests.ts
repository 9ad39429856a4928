import type { Answer, BridgeRequests, LongAnswer, Requests } from "../../common/ipc.ts";
import { readJson } from "../../common/json.ts";
import { asked, ok } from "./answer.ts";

/** The same requests, each of them answered whatever happens: whoever asks shows what came of it. */
export function createRequests(bridge: BridgeRequests): Requests {
  const groups = Object.entries(bridge).map(([group, asks]) => [
    group,
    Object.fromEntries(Object.entries(asks).map(([name, ask]) => [name, answered(ask)])),
  ]);
  return Object.fromEntries(groups);
}

type Asked = Promise<Answer<unknown> | LongAnswer<unknown>>;

const answered = (ask: (input: never) => Asked) => (input: never) => asked(read(ask(input)));

async function read(sent: Asked): Promise<Answer<unknown>> {
  const answer = await sent;
  return "json" in answer ? ok(readJson(answer.json)) : answer;
}
