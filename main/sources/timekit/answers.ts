import { answerLimits, type FormAnswer } from "../../../common/booking.ts";

/** What Timekit itself has in a customer, and its widget's own fields; whatever else is there, the form asked for. */
const known = new Set([
  ...["id", "name", "first_name", "last_name", "email", "phone", "voip", "timezone", "meta", "image"],
  ...["comment", "created_at", "updated_at"],
]);

const { most, longest } = answerLimits;

/**
 * The answers to a booking form's own fields, which the widget sends as further keys of the customer: texts, numbers,
 * and for boxes to tick a boolean or a list. What has another shape, or is empty, is no answer.
 */
export function answersOf(customer: Readonly<Record<string, unknown>>): FormAnswer[] {
  return Object.entries(customer)
    .filter(([field]) => !known.has(field))
    .map(([field, value]) => ({
      field: field.slice(0, longest),
      text: textOf(value).trim().slice(0, longest),
    }))
    .filter(({ text }) => text !== "")
    .slice(0, most);
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(plainTextOf).filter(Boolean).join(", ") : plainTextOf(value);
}

function plainTextOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? `${value}` : "";
}
