import type { DestinationKind, Message } from "../../common/destinations.ts";
import type { Posted } from "../../common/outgoing-body.ts";
import type { TimeFormat } from "../../common/time.ts";
import { slackBody } from "./slack.ts";
import { webhookBody } from "./webhook.ts";
import { workflowBody } from "./workflow.ts";

/** A message as a destination of that kind gets it at the first try. */
export function postedOf(kind: DestinationKind, message: Message, format: TimeFormat): Posted {
  if (kind === "slack") return { kind, body: slackBody(message, format) };
  if (kind === "workflow") return { kind, body: workflowBody(message, format) };
  return { kind, body: webhookBody(message) };
}
