import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Booking } from "../../common/booking.ts";
import { bookingOf, type Known, type Report, updatedAt } from "../../main/bookings/facts.ts";
import { merge } from "../../main/bookings/merge.ts";
import { readDelivery } from "../../main/sources/timekit/read.ts";
import { readForwarded } from "../../main/sources/zapier/read.ts";
import { english } from "./english.ts";
import { payload } from "./timekit-payloads.ts";

const folder = path.join(import.meta.dirname, "../fixtures/zapier");

interface Expected {
  readonly outcome: "booking" | "refused";
  /** The fields to compare, times as texts in UTC. */
  readonly booking?: Readonly<Record<string, unknown>>;
  readonly reasonNames?: readonly string[];
}

/** What must become of each body that a Zap may post, by the name of its file. */
export const expected: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(path.join(folder, "expected.json"), "utf8"),
);

/** The raw bytes of one of them. */
export const forwardedBody = (file: string): Buffer => readFileSync(path.join(folder, file));

/** The names of all files with a body. */
export const forwardedFiles = (): string[] =>
  readdirSync(folder).filter((file) => file !== "README.md" && file !== "expected.json");

/** What the direct body of each group of files is called among Timekit's samples. */
export const directOf: Readonly<Record<string, string>> = {
  "help-article": "help-article.instant.confirmed",
  seat: "group_customer.confirmed",
  class: "group_owner.tentative",
  cancelled: "instant.cancelled_by_customer",
  "moved-old": "variants/reschedule.by-link.1-old",
  "moved-new": "variants/reschedule.by-link.2-new",
};

/** The report of a forwarded body; throws the words of its refusal. */
export function forwarded(body: Uint8Array | string | object): Report {
  const isBytes = body instanceof Uint8Array;
  const reading = readForwarded(
    isBytes ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
  );
  if (!reading.ok) throw new Error(english.reasonWords(reading.reason));
  return reading.report;
}

/** The report of the direct body of one of Timekit's samples. */
export function direct(name: string): Report {
  const reading = readDelivery(payload(name));
  if (!reading.ok) throw new Error(english.reasonWords(reading.reason));
  return reading.report;
}

export const mergeAll = (reports: readonly Report[]): Known =>
  reports.reduce<Known | null>((known, report) => merge(known, report).known, null) as Known;

/** Every order of these. */
export function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => ordersOf(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

/** The paths of a value's leaves, with lists by their places. */
export function leavesOf(value: unknown, path: readonly string[] = []): [readonly string[], unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, child]) => leavesOf(child, [...path, name]));
}

/** A booking as expected.json writes it. */
export function asWritten(known: Known): Record<string, unknown> {
  const { native, answers: _, ...booking }: Booking = bookingOf(known);
  const utc = (at: number | null | undefined) => (at ? new Date(at).toISOString() : null);
  return {
    ...booking,
    ...native,
    start: utc(booking.start),
    end: utc(booking.end),
    updatedAt: utc(updatedAt(known)),
    createdAt: utc(known.facts.createdAt?.value),
  };
}
