import { payload } from "./timekit-payloads.ts";
import { todayAt } from "./today.ts";

/** Timekit's own example, with Marty's booking at a time of today and other keys replaced. */
export function bookingAt(now: number, start: string, end: string, changes: object = {}): Buffer {
  return exampleAt(now, todayAt(start, now), todayAt(end, now), changes);
}

/** The same at any two instants, told at `now`. */
export function exampleAt(now: number, start: Date, end: Date, changes: object = {}): Buffer {
  const example = JSON.parse(payload("help-article.instant.confirmed").toString());
  const times = { start: start.toISOString(), end: end.toISOString() };
  return Buffer.from(
    JSON.stringify({
      ...example,
      updated_at: new Date(now).toISOString(),
      event: { ...example.event, ...times },
      attributes: {
        ...example.attributes,
        event: undefined,
        event_info: { ...example.attributes.event_info, ...times },
      },
      ...changes,
    }),
  );
}
