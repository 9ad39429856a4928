import { type RequestListener, STATUS_CODES } from "node:http";
import { createReasonWords } from "../common/words/reasons.ts";
import english from "../languages/compiled/main/en.js";
import { hashOf, standingOf } from "../main/lib/tokens.ts";
import { createAnswerCount } from "../main/receivers/http/answer-count.ts";
import { createReceiverApp } from "../main/receivers/http/app.ts";
import { createConnections } from "../main/receivers/http/connections.ts";
import { listenAt } from "../main/receivers/http/listen.ts";
import { sourceOf } from "../main/sources/registry.ts";
import type { Config } from "./config.ts";
import { createCounters } from "./counters.ts";
import { createLink } from "./link.ts";
import type { Log } from "./log.ts";
import { createPublish } from "./publish.ts";

const minuteMs = 60_000;

/** The relay as it runs: requests in front, the team's stream behind. */
export async function serve(config: Config, log: Log) {
  const { host, port, metricsPort, team, successCode } = config;
  const link = createLink(config, log);
  const publish = createPublish({ link, team, now: Date.now });
  const counters = createCounters(() => publish.trouble() === null);
  const connections = createConnections();
  const notTaken = createAnswerCount(log);
  const counts = countingTokens(config);

  const app = createReceiverApp({
    sourceOf,
    async intake(incoming) {
      const answer = await counters.during(publish.intake(incoming));
      if (answer.kind === "taken") counters.kept(incoming.body.byteLength);
      return answer;
    },
    standing: (token) => (counts(token) ? "newest" : "unknown"),
    successCode: () => successCode,
    reasonWords: createReasonWords(english),
    trust: connections.trust,
    // What a laptop asks is answered by that laptop: it goes through the stream.
    takeProbe: () => null,
    onRefused() {},
    onMisdirected() {},
    onOldAddress() {},
    onAnswered(status, outcome, cause) {
      counters.answered(status);
      if (outcome !== "taken") notTaken.note(status, outcome, cause);
    },
  });
  const health: RequestListener = (_request, response) => {
    const trouble = publish.trouble();
    response.writeHead(trouble ? 503 : 200, { "Content-Type": "text/plain" }).end(`${trouble ?? "ok"}\n`);
  };
  const front: RequestListener = (request, response) =>
    request.url === "/healthz" ? health(request, response) : app(request, response);
  const metrics: RequestListener = (request, response) => {
    const isKnownPath = request.url === "/metrics";
    response.writeHead(isKnownPath ? 200 : 404, { "Content-Type": "text/plain; version=0.0.4" });
    response.end(isKnownPath ? counters.text() : STATUS_CODES[404]);
  };

  const listening = await listenAt({ host, port }, front, connections.came);
  const counting = await listenAt({ host: "127.0.0.1", port: metricsPort }, metrics, () => {});
  link.start();
  log.info("Listening", { port: listening.port });
  const minute = setInterval(notTaken.write, minuteMs);
  return {
    port: listening.port,
    metricsPort: counting.port,
    /** What is under way is answered first; then nothing of it is left running. */
    async close(): Promise<void> {
      clearInterval(minute);
      await Promise.all([listening.close(), counting.close()]);
      await link.close();
      notTaken.write();
      log.info("Ended");
    },
  };
}

/** Every one is compared, so that the time tells nothing of which it is. */
function countingTokens({ tokens, ending }: Config): (token: string) => boolean {
  const all = [
    ...tokens.map((token) => ({ token, until: Number.POSITIVE_INFINITY })),
    ...(ending ? [ending] : []),
  ];
  const known = all.map(({ token, until }) => ({ newest: hashOf(token), old: null, ended: [], until }));
  return (token) => {
    const same = known.filter((one) => standingOf(token, one) === "newest");
    return same.some(({ until }) => until > Date.now());
  };
}
