import { answerLimits, type FormAnswer } from "../../../common/booking.ts";

/** What Timekit itself has in a customer, and its widget's own fields; whatever else is there, the form asked for. */
const known = new Set([
  ...["id", "name", "first_name", "last_name", "email", "phone", "timezone", "meta", "image"],
  ...["comment", "created_at", "updated_at"],
]);

/** Shown only where there is no whole name. */
const names = new Set(["first_name", "last_name"]);

const { most, longest } = answerLimits;

/**
 * The answers to a booking form's own fields, which the widget sends as further keys of the customer: texts, numbers,
 * and for boxes to tick a boolean or a list. What has another shape, or is empty, is no answer;
 * but wherever the customer has put a link it is one, since nothing of theirs may pass for the host's.
 */
export function answersOf(customer: Readonly<Record<string, unknown>>): FormAnswer[] {
  return Object.entries(customer)
    .filter(([field, value]) => !known.has(field) || (names.has(field) && hasLink(value)))
    .map(([field, value]) => ({
      field: field.slice(0, longest),
      text: (textOf(value) || (hasLink(value) ? JSON.stringify(value) : "")).trim().slice(0, longest),
    }))
    .filter(({ text }) => text !== "")
    .slice(0, most);
}

const hasLink = (value: unknown) => JSON.stringify(value)?.includes("://") ?? false;

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(plainTextOf).filter(Boolean).join(", ") : plainTextOf(value);
}

function plainTextOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? `${value}` : "";
}
