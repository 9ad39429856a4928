import { createHash } from "node:crypto";
import { instantOf } from "../time.ts";
import { bookingBytes } from "./bookings.ts";

/** One row of a list of bookings; times are epoch milliseconds, null where it tells none. */
export interface Row {
  /** The booking's id; for a row without one, made of what it holds. */
  readonly key: string;
  readonly graph: string;
  readonly state: string;
  readonly updatedAt: number | null;
  readonly createdAt: number | null;
  readonly startsAt: number | null;
  /** As a webhook would have brought it. */
  readonly body: Uint8Array;
}

type Keys = Readonly<Record<string, unknown>>;

/** Of whatever the list holds there. Never throws. */
export function rowOf(value: unknown): Row {
  const row = keysOf(value);
  const body = bookingBytes(value);
  const event = keysOf(row?.event) ?? keysOf(keysOf(row?.attributes)?.event_info);
  return {
    key: textOf(row?.id) || createHash("sha256").update(body).digest("hex"),
    graph: textOf(row?.graph),
    state: textOf(row?.state),
    updatedAt: instantOf(row?.updated_at, "UTC"),
    createdAt: instantOf(row?.created_at, "UTC"),
    startsAt: instantOf(event?.start, "UTC"),
    body,
  };
}

const keysOf = (value: unknown): Keys | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Keys) : null;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
