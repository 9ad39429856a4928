import { answerLimits, type FormAnswer } from "../../../common/booking.ts";

/** What Cal.com itself asks for in every form, and shows elsewhere. */
const own = new Set([
  ...["name", "email", "attendeePhoneNumber", "smsReminderNumber", "location", "title", "notes", "guests"],
  ...["displayEmail", "rescheduleReason"],
]);

const { most, longest } = answerLimits;

/** The answers to a booking's questions, and whether they are named as the form's maker worded them. */
export interface Answers {
  readonly list: readonly FormAnswer[];
  readonly isWorded: boolean;
}

/**
 * Of `responses`, {"size": {label, value}}, and of what forms of old asked, {"Size?": "L"}. A cancellation's labels are no
 * more than the keys.
 */
export function answersOf(
  responses: Readonly<Record<string, unknown>>,
  customInputs: Readonly<Record<string, unknown>>,
): Answers {
  const asked = Object.entries(responses)
    .filter(([key]) => !own.has(key))
    .map(([key, response]) => ({ key, ...labelled(response) }));
  const told = asked.filter(({ value }) => textOf(value) !== "");
  return {
    list: listOf([
      ...told.map(({ key, label, value }): Entry => [label || key, value]),
      ...Object.entries(customInputs),
    ]),
    isWorded: told.every(({ key, label }) => label !== "" && label !== key),
  };
}

/** Of the API's, {"size": "L"}. */
export const answersOfRow = (responses: Readonly<Record<string, unknown>>): readonly FormAnswer[] =>
  listOf(Object.entries(responses).filter(([key]) => !own.has(key)));

/** Why a booking ended or moved, under Cal.com's own keys: it has no words for those that a user could read. */
export const reasonsOf = (
  {
    cancellationReason = "",
    rejectionReason = "",
  }: { cancellationReason?: string; rejectionReason?: string },
  responses: Readonly<Record<string, unknown>>,
): readonly FormAnswer[] =>
  listOf(
    Object.entries({
      cancellationReason,
      rejectionReason,
      rescheduleReason: answerIn(responses, "rescheduleReason"),
    }),
  );

/** As many of these as are kept. */
export const bounded = (answers: readonly FormAnswer[]): readonly FormAnswer[] => answers.slice(0, most);

/** The text in one of the form's own fields. */
export const answerIn = (responses: Readonly<Record<string, unknown>>, key: string): string => {
  const response = Object.hasOwn(responses, key) ? responses[key] : undefined;
  return textOf(typeof response === "object" ? labelled(response).value : response);
};

type Entry = readonly [field: string, value: unknown];

const listOf = (entries: readonly Entry[]): FormAnswer[] =>
  entries
    .map(([field, value]) => ({ field: field.slice(0, longest), text: textOf(value).slice(0, longest) }))
    .filter(({ text }) => text !== "")
    .slice(0, most);

function labelled(response: unknown): { label: string; value: unknown } {
  const { label, value } = (response ?? {}) as { label?: unknown; value?: unknown };
  return { label: typeof label === "string" ? label.trim() : "", value };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string" || typeof value === "number") return `${value}`.trim();
  if (typeof value !== "object" || value === null) return "";
  // Of a choice that asks for more, as for a phone number.
  const { optionValue, value: chosen } = value as { optionValue?: unknown; value?: unknown };
  return [chosen, optionValue].map(textOf).filter(Boolean).join(": ");
}
