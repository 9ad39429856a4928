import type { DestinationKind, Message } from "../../common/destinations.ts";
import type { L10n } from "../../common/l10n.ts";
import type { Posted } from "../../common/outgoing-body.ts";
import { slackBody } from "./slack.ts";
import { webhookBody } from "./webhook.ts";
import { workflowBody } from "./workflow.ts";

/** A message as a destination of that kind gets it at the first try. */
export function postedOf(kind: DestinationKind, message: Message, l10n: L10n): Posted {
  if (kind === "slack") return { kind, body: slackBody(message, l10n) };
  if (kind === "workflow") return { kind, body: workflowBody(message, l10n) };
  return { kind, body: webhookBody(message) };
}
