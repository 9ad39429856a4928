import type { Message } from "../../common/destinations.ts";
import type { WorkflowBody } from "../../common/outgoing-body.ts";
import type { TimeFormat } from "../../common/time.ts";
import { outgoing as words } from "../../common/words/outgoing.ts";
import { foreign, unbracketed } from "./foreign-text.ts";
import { countsOf, headingOf, momentText, timeText } from "./wording.ts";

/** What is posted to the trigger of a Slack workflow. It takes no more than texts, so there is no level above names. */
export function workflowBody(message: Message, format: TimeFormat): WorkflowBody {
  const { names, previous, project, test, kind } = message;
  const { what, who } = headingOf(message);
  const when = timeText(message, format);
  const said = words.saying({ what: what + unbracketed(who), when });
  return {
    event: test ? "test" : kind,
    when,
    when_before: previous ? momentText(previous, message, format) : "",
    project: unbracketed(foreign(project?.name ?? "")),
    host: unbracketed(foreign(names?.host?.name ?? "")),
    customer: unbracketed(foreign(names?.customer ?? "")),
    text: test ? `${words.test} ${said}` : said,
  };
}

/** In the place of so many. */
export function workflowDigest(messages: readonly Message[]): WorkflowBody {
  const nothing = { when: "", when_before: "", project: "", host: "", customer: "" };
  return { ...nothing, event: "digest", text: words.digest(countsOf(messages)) };
}

/** See asRepeat of slack.ts. */
export const workflowRepeat = (body: WorkflowBody): WorkflowBody => ({
  ...body,
  text: `${words.repeat} ${body.text}`,
});
