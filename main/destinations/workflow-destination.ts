import type { WorkflowBody } from "../../common/outgoing-body.ts";
import type { TimeFormat } from "../../common/time.ts";
import type { Batch, Destination } from "./destination.ts";
import { readSlackAnswer } from "./slack-answer.ts";
import type { SlackParts } from "./slack-destination.ts";
import { tryOnce } from "./try-once.ts";
import { workflowBody, workflowDigest, workflowRepeat } from "./workflow.ts";

/** A workflow of Slack's, by its trigger. */
export const createWorkflowDestination = (parts: SlackParts): Destination => ({
  kind: "workflow",
  send: (outgoing, signal) =>
    tryOnce(
      parts,
      {
        body: JSON.stringify(bodyOf(outgoing, parts.format())),
        headers: {},
        read: readSlackAnswer,
        byStatus: false,
      },
      signal,
    ),
});

function bodyOf(outgoing: Batch, format: TimeFormat): WorkflowBody {
  const [{ message }, ...more] = outgoing;
  const body =
    more.length > 0 ? workflowDigest(outgoing.map((one) => one.message)) : workflowBody(message, format);
  return outgoing.some(({ doubtful }) => doubtful) ? workflowRepeat(body) : body;
}
