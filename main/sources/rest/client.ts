import { WorldError } from "../../lib/world-error.ts";
import type { Api } from "./api.ts";
import { ask } from "./ask.ts";
import type { Call, ClientParts } from "./call.ts";
import { createPace, createTurns, waitBeforeRetry } from "./retry.ts";

/**
 * Two lines of requests to one service: a page of what was missed may take its time, and what somebody waits for goes past
 * it. Each line has one request under way at most, and both share one pace.
 */
export function createCalls(api: Api, parts: ClientParts) {
  const pace = createPace(api.apartMs, parts);
  let ahead = 0;

  function createCall(): Call {
    const inTurn = createTurns(pace);
    return async (method, path, body) => {
      for (let tries = 1; ; tries += 1) {
        const { status, text, headers } = await inTurn(() => ask(api, parts, { method, path, body }));
        const theirTime = Date.parse(headers.get("date") ?? "");
        if (!Number.isNaN(theirTime)) ahead = theirTime - parts.now();
        if (status >= 200 && status < 300) return text;
        const asked = api.waitOf(status, headers, parts.now());
        const wait = waitBeforeRetry({ method, tries, status, asked });
        if (wait === null)
          throw new WorldError(api.problemOf(status), `${status || text}: ${method} ${path.split("?")[0]}`);
        await parts.delay(wait, parts.signal);
      }
    };
  }

  return {
    /** For what somebody waits for. */
    call: createCall(),
    /** For what has time. */
    callLater: createCall(),
    /** The service's clock, to the second, by its last answer; the computer's where no answer tells. */
    serviceNow: () => parts.now() + ahead,
  };
}
