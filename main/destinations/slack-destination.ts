import type { L10n } from "../../common/l10n.ts";
import type { SlackBody, WorkflowBody } from "../../common/outgoing-body.ts";
import type { Batch, Destination } from "./destination.ts";
import { asRepeat, asTextOnly, slackBody, slackDigest } from "./slack.ts";
import { readSlackAnswer } from "./slack-answer.ts";
import { tryOnce, type WayParts } from "./try-once.ts";
import { workflowBody, workflowDigest, workflowRepeat } from "./workflow.ts";

export interface SlackParts extends WayParts {
  l10n(): L10n;
}

/** One of the two ways into Slack, which answers both alike. */
const intoSlack = (
  kind: "slack" | "workflow",
  parts: SlackParts,
  bodyOf: (outgoing: Batch, l10n: L10n) => SlackBody | WorkflowBody,
): Destination => ({
  kind,
  send(outgoing, signal) {
    const body = JSON.stringify(bodyOf(outgoing, parts.l10n()));
    return tryOnce(parts, { body, headers: {}, read: readSlackAnswer, byStatus: false }, signal);
  },
});

/** A channel, by its incoming webhook. */
export const createSlackDestination = (parts: SlackParts): Destination =>
  intoSlack("slack", parts, (outgoing, l10n) => {
    const [{ message }, ...more] = outgoing;
    const plain = more.length > 0 ? slackDigest(messagesOf(outgoing), l10n) : slackBody(message, l10n);
    const body = outgoing.some(({ refusals }) => refusals > 0) ? asTextOnly(plain) : plain;
    return isDoubtful(outgoing) ? asRepeat(body, l10n) : body;
  });

/** A workflow of Slack's, by its trigger. */
export const createWorkflowDestination = (parts: SlackParts): Destination =>
  intoSlack("workflow", parts, (outgoing, l10n) => {
    const [{ message }, ...more] = outgoing;
    const body = more.length > 0 ? workflowDigest(messagesOf(outgoing), l10n) : workflowBody(message, l10n);
    return isDoubtful(outgoing) ? workflowRepeat(body, l10n) : body;
  });

const messagesOf = (outgoing: Batch) => outgoing.map(({ message }) => message);
const isDoubtful = (outgoing: Batch) => outgoing.some(({ doubtful }) => doubtful);
