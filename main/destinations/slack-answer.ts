import {
  type Answer,
  again,
  type Outcome,
  refused,
  type StoppedReason,
  sent,
  stopped,
} from "./destination.ts";
import { retryAfterMs } from "./retry-after.ts";

const removed: StoppedReason = { code: "slack-removed" };
const archived: StoppedReason = { code: "slack-archived" };
const notAllowed: StoppedReason = { code: "slack-not-allowed" };

/** Slack's words for what its user has to do something about. */
const final: ReadonlyMap<string, StoppedReason> = new Map<string, StoppedReason>([
  ["no_service", removed],
  ["no_service_id", removed],
  ["no_active_hooks", removed],
  ["no_team", removed],
  ["team_disabled", removed],
  ["channel_not_found", removed],
  ["user_not_found", removed],
  ["channel_is_archived", archived],
  ["invalid_token", notAllowed],
  ["action_prohibited", notAllowed],
  ["posting_to_general_channel_denied", notAllowed],
]);
const ofMessage: ReadonlySet<string> = new Set([
  "invalid_payload",
  "invalid_blocks",
  "no_text",
  "too_many_attachments",
]);
const statusesOfMessage: ReadonlySet<number> = new Set([400, 413, 415, 422]);
/** Without one of those words. */
const finalStatuses: ReadonlyMap<number, StoppedReason> = new Map<number, StoppedReason>([
  [401, notAllowed],
  [403, notAllowed],
  [404, removed],
  [410, removed],
]);

/**
 * What an answer of Slack's means, to a webhook or a workflow's trigger: by its word first, as it is told in more than one
 * way which status comes with which.
 */
export function readSlackAnswer(answer: Answer, host: string, now: number): Outcome {
  const { status } = answer;
  const word = wordOf(answer.body);
  const why = final.get(word);
  if (status === 200 && word === "ok") return sent;
  if (why) return stopped(why);
  if (ofMessage.has(word)) return refused({ code: "slack-turned-down", args: { word } });
  if (status === 429) return again({ code: "slack-busy" }, retryAfterMs(answer.retryAfter, now));
  if (statusesOfMessage.has(status))
    return refused({ code: "slack-turned-down", args: { word: String(status) } });
  const finalStatus = finalStatuses.get(status);
  if (finalStatus) return stopped(finalStatus);
  // Whoever else says 200 is a sign-in page, or a proxy: Slack has not got it.
  if (status < 300) return again({ code: "destination-odd", args: { host } });
  if (status < 400) return again({ code: "destination-elsewhere", args: { host } });
  return again({ code: "destination-failing", args: { host, status } }, retryAfterMs(answer.retryAfter, now));
}

/** A webhook answers with a word, a trigger with {"ok":true} or {"ok":false,"error":"word"}. */
function wordOf(body: string): string {
  const text = body.trim();
  if (!text.startsWith("{")) return text;
  try {
    const { ok, error } = JSON.parse(text) as { ok?: unknown; error?: unknown };
    return ok === true ? "ok" : String(error);
  } catch {
    return "";
  }
}
