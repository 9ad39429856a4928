import type { Message } from "../../common/destinations.ts";
import type { L10n } from "../../common/l10n.ts";
import type { WorkflowBody } from "../../common/outgoing-body.ts";
import { foreign, unbracketed } from "./foreign-text.ts";
import { countsOf, headingOf, momentText, timeText } from "./wording.ts";

/** What is posted to the trigger of a Slack workflow. It takes no more than texts, so there is no level above names. */
export function workflowBody(message: Message, l10n: L10n): WorkflowBody {
  const { outgoing: words } = l10n.words;
  const { names, previous, project, test, kind } = message;
  const { before, who, after } = headingOf(message, l10n);
  const when = timeText(message, l10n);
  const said = words.saying({ what: before + unbracketed(who) + after, when });
  return {
    event: test ? "test" : kind,
    when,
    when_before: previous ? momentText(previous, message, l10n) : "",
    project: unbracketed(foreign(project?.name ?? "")),
    host: unbracketed(foreign(names?.host?.name ?? "")),
    customer: unbracketed(foreign(names?.customer ?? "")),
    text: test ? `${words.test} ${said}` : said,
  };
}

/** In the place of so many. */
export function workflowDigest(messages: readonly Message[], l10n: L10n): WorkflowBody {
  const nothing = { when: "", when_before: "", project: "", host: "", customer: "" };
  return { ...nothing, event: "digest", text: l10n.words.outgoing.digest(countsOf(messages, l10n)) };
}

/** See asRepeat of slack.ts. */
export const workflowRepeat = (body: WorkflowBody, { words }: L10n): WorkflowBody => ({
  ...body,
  text: `${words.outgoing.repeat} ${body.text}`,
});
