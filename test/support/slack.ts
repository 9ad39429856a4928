import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What Slack says to webhooks and triggers, as docs.slack.dev has it, each with the status that it comes with mostly. */
export const slackAnswers = {
  ok: [200, "ok"],
  invalid_payload: [400, "invalid_payload"],
  invalid_blocks: [400, "invalid_blocks"],
  no_text: [400, "no_text"],
  too_many_attachments: [400, "too_many_attachments"],
  invalid_token: [403, "invalid_token"],
  action_prohibited: [403, "action_prohibited"],
  posting_to_general_channel_denied: [403, "posting_to_general_channel_denied"],
  no_service: [404, "no_service"],
  no_active_hooks: [404, "no_active_hooks"],
  no_service_id: [404, "no_service_id"],
  no_team: [404, "no_team"],
  channel_not_found: [404, "channel_not_found"],
  user_not_found: [404, "user_not_found"],
  team_disabled: [403, "team_disabled"],
  channel_is_archived: [410, "channel_is_archived"],
  rate_limited: [429, "rate_limited"],
  rollup_error: [500, "rollup_error"],
} as const satisfies Record<string, readonly [number, string]>;
export type SlackAnswer = keyof typeof slackAnswers;

export interface SlackPost {
  readonly path: string;
  readonly type: string;
  readonly body: Record<string, unknown>;
}

/**
 * Slack on 127.0.0.1, as far as webhooks (/services/…) and triggers of workflows (/triggers/…) go: it takes what Slack takes,
 * and answers with its words. "silence" takes a post and never answers.
 */
export async function startSlack() {
  const posts: SlackPost[] = [];
  const box = { answer: "ok" as SlackAnswer | "silence", retryAfter: 30 };
  const server = createServer(async (asked, answer) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part);
    const path = asked.url ?? "";
    const isTrigger = path.startsWith("/triggers/");
    if (!isTrigger && !path.startsWith("/services/")) return say(answer, "no_service", isTrigger);
    const body = parsed(Buffer.concat(parts).toString());
    if (!body) return say(answer, "invalid_payload", isTrigger);
    posts.push({ path, type: asked.headers["content-type"] ?? "", body });
    if (box.answer === "silence") return;
    if (box.answer === "rate_limited") answer.setHeader("retry-after", box.retryAfter);
    const isEmpty = !isTrigger && !body.text && !body.blocks;
    say(answer, isEmpty ? "no_text" : box.answer, isTrigger);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    webhook: `${origin}/services/T012AB3CD/B012AB3CD/abcdefghijklmnopqrstuvwx`,
    trigger: `${origin}/triggers/T012AB3CD/1234567890/0123456789abcdef0123456789abcdef`,
    /** All that was taken or turned down, in order. */
    posts,
    box,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Slack = Awaited<ReturnType<typeof startSlack>>;

function parsed(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" ? (body as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function say(answer: ServerResponse, word: SlackAnswer, isTrigger: boolean) {
  const [status, text] = slackAnswers[word];
  const json = word === "ok" ? { ok: true } : { ok: false, error: text };
  answer.writeHead(status, { "content-type": isTrigger ? "application/json" : "text/html" });
  answer.end(isTrigger ? JSON.stringify(json) : text);
}
