import { Webhook } from "standardwebhooks";
import type { Destination } from "./destination.ts";
import { tryOnce, type WayParts } from "./try-once.ts";
import { webhookBody } from "./webhook.ts";
import { readWebhookAnswer } from "./webhook-answer.ts";

export interface UrlParts extends WayParts {
  /** "whsec_…", the newest first: while a key is changed, each message is signed with both. */
  readonly keys: readonly string[];
}

/** Any address, as Standard Webhooks have it. */
export const createUrlDestination = (parts: UrlParts): Destination => ({
  kind: "url",
  async send([{ message }], signal) {
    const body = JSON.stringify(webhookBody(message));
    // Of this try: receivers refuse what was signed long ago.
    const at = new Date(parts.now());
    const signatures = parts.keys.map((key) => new Webhook(key).sign(message.id, at, body));
    const headers = {
      "webhook-id": message.id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": signatures.join(" "),
    };
    return tryOnce(parts, { body, headers, read: readWebhookAnswer, byStatus: true }, signal);
  },
});
