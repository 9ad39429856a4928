import type { Message, Moment } from "../../common/destinations.ts";
import type { L10n } from "../../common/l10n.ts";
import type { Element, RichText, SlackBody } from "../../common/outgoing-body.ts";
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

export function slackBody(message: Message, l10n: L10n): SlackBody {
  const { outgoing: words } = l10n.words;
  const { before, who, after } = headingOf(message, l10n);
  const fallback = words.saying({ what: before + unformatted(who) + after, when: timeText(message, l10n) });
  const marked = message.test ? `${words.test} ${fallback}` : fallback;
  return bodyOf(marked, [
    message.test ? [text(words.test, { italic: true })] : [],
    [text(before, { bold: true }), text(who), text(after, { bold: true })],
    whenOf(message, l10n),
    [text(changedText(message, l10n))],
    ...restOf(message, l10n),
    [text(contextOf(message, l10n), { italic: true })],
  ]);
}

/** Whether so many that wait for one channel are told as one digest. */
export const isDigestDue = (waiting: number): boolean => waiting > mostSingly;

/** In the place of so many: how many of each kind, and nothing of any. */
export function slackDigest(messages: readonly Message[], l10n: L10n): SlackBody {
  const { outgoing: words } = l10n.words;
  const { many, counts } = countsOf(messages, l10n);
  return bodyOf(words.digest({ many, counts }), [
    [text(many, { bold: true })],
    [text(counts)],
    [text(`${words.seeBookbell} · ${words.from}`, { italic: true })],
  ]);
}

/** The same once more, where nobody knows whether it was taken: Slack cannot tell a repeat, so its readers have to. */
export function asRepeat({ text: fallback, blocks, ...body }: SlackBody, l10n: L10n): SlackBody {
  const { outgoing: words } = l10n.words;
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

function whenOf(message: Message, l10n: L10n): readonly Element[] {
  const { outgoing: words } = l10n.words;
  const { time, previous } = message;
  const date = (moment: Moment, style?: Element["style"]) =>
    dateOf(moment, momentText(moment, message, l10n), style);
  const before = previous ? [date(previous, { strike: true })] : [];
  if (!time) return [...before, text(isMovedAway(message) ? ` ${words.newTimeUnknown}` : words.timeUnknown)];
  return [...before, text(previous ? words.becomes : ""), date(time), text(lengthText(time, l10n))];
}

/** Whole days are no instants: whoever reads them further west would see the day before. */
function dateOf({ start, allDay }: Moment, fallback: string, style?: Element["style"]): Element {
  if (allDay) return text(fallback, style);
  const timestamp = Math.floor(start / 1_000);
  return { type: "date", timestamp, format: dayFormat, fallback, ...(style && { style }) };
}

function contextOf({ project, names }: Message, l10n: L10n): string {
  const { outgoing: words } = l10n.words;
  const host = foreign(names?.host?.name ?? "");
  const parts = [foreign(project?.name ?? ""), host && words.with({ host }), words.from];
  return parts.filter((part) => part !== "").join(" · ");
}

function restOf({ rest }: Message, l10n: L10n): readonly (readonly Element[])[] {
  const { outgoing: words } = l10n.words;
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
