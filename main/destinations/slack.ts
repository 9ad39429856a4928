import type { Message, Moment } from "../../common/destinations.ts";
import type { Element, RichText, SlackBody } from "../../common/outgoing-body.ts";
import type { TimeFormat } from "../../common/time.ts";
import { outgoing as words } from "../../common/words/outgoing.ts";
import { foreign, unformatted } from "./foreign-text.ts";
import {
  changedText,
  countsOf,
  headingOf,
  isMovedAway,
  lengthText,
  momentText,
  timeText,
} from "./wording.ts";

const mostSingly = 10;
const mostAnswers = 8;
const longestField = 60;
const longestContact = 100;
const dayFormat = "{date_short_pretty}, {time}";

export function slackBody(message: Message, format: TimeFormat): SlackBody {
  const { what, who } = headingOf(message);
  const fallback = words.saying({ what: what + unformatted(who), when: timeText(message, format) });
  const marked = message.test ? `${words.test} ${fallback}` : fallback;
  return bodyOf(marked, [
    message.test ? [text(words.test, { italic: true })] : [],
    [text(what, { bold: true }), text(who)],
    whenOf(message, format),
    [text(changedText(message))],
    ...restOf(message),
    [text(contextOf(message), { italic: true })],
  ]);
}

/** Whether so many that wait for one channel are told as one digest. */
export const isDigestDue = (waiting: number): boolean => waiting > mostSingly;

/** In the place of so many: how many of each kind, and nothing of any. */
export function slackDigest(messages: readonly Message[]): SlackBody {
  const { many, counts } = countsOf(messages);
  return bodyOf(words.digest({ many, counts }), [
    [text(many, { bold: true })],
    [text(counts)],
    [text(`${words.seeBookbell} · ${words.from}`, { italic: true })],
  ]);
}

/** The same once more, where nobody knows whether it was taken: Slack cannot tell a repeat, so its readers have to. */
export function asRepeat({ text: fallback, blocks, ...body }: SlackBody): SlackBody {
  const line = [text(words.repeat, { italic: true }), text("\n")];
  return {
    ...body,
    text: `${words.repeat} ${fallback}`,
    ...(blocks && { blocks: [richText([...line, ...blocks[0].elements[0].elements])] }),
  };
}

/** The same without the blocks that Slack did not take. */
export function asTextOnly({ blocks: _, ...body }: SlackBody): SlackBody {
  return body;
}

/** Each line is what is said in it; without anything it is left out. */
function bodyOf(fallback: string, lines: readonly (readonly Element[])[]): SlackBody {
  const full = lines.map((line) => line.filter((one) => one.type === "date" || one.text !== ""));
  const elements = full
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index > 0 ? [text("\n"), ...line] : line));
  return { text: fallback, unfurl_links: false, unfurl_media: false, blocks: [richText(elements)] };
}

const richText = (elements: readonly Element[]): RichText => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

const text = (text: string, style?: Element["style"]): Element => ({
  type: "text",
  text,
  ...(style && { style }),
});

function whenOf(message: Message, format: TimeFormat): readonly Element[] {
  const { time, previous } = message;
  const date = (moment: Moment, style?: Element["style"]) =>
    dateOf(moment, momentText(moment, message, format), style);
  const before = previous ? [date(previous, { strike: true })] : [];
  if (!time) return [...before, text(isMovedAway(message) ? ` ${words.newTimeUnknown}` : words.timeUnknown)];
  return [...before, text(previous ? words.becomes : ""), date(time), text(lengthText(time))];
}

/** Whole days are no instants: whoever reads them further west would see the day before. */
function dateOf({ start, allDay }: Moment, fallback: string, style?: Element["style"]): Element {
  if (allDay) return text(fallback, style);
  const timestamp = Math.floor(start / 1_000);
  return { type: "date", timestamp, format: dayFormat, fallback, ...(style && { style }) };
}

function contextOf({ project, names }: Message): string {
  const host = foreign(names?.host?.name ?? "");
  const parts = [foreign(project?.name ?? ""), host && words.with({ host }), words.from];
  return parts.filter((part) => part !== "").join(" · ");
}

function restOf({ rest }: Message): readonly (readonly Element[])[] {
  if (!rest) return [];
  const line = (name: string, value: string) => (value ? [text(words.field({ name })), text(value)] : []);
  const more = rest.answers.length - mostAnswers;
  return [
    line(words.email, foreign(rest.email, longestContact)),
    line(words.phone, foreign(rest.phone, longestContact)),
    line(words.about, foreign(rest.subject)),
    line(words.place, foreign(rest.place)),
    line(words.comment, foreign(rest.comment)),
    ...rest.answers
      .slice(0, mostAnswers)
      .map((answer) => line(foreign(answer.field, longestField) || "?", foreign(answer.text))),
    more > 0 ? [text(words.moreAnswers({ count: more }))] : [],
  ];
}
