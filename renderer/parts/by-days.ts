import { dayKey } from "../../common/time.ts";

/** A line of a list, or the head of the day that the lines after it are of: "2026-11-23". */
export type DayLine<Line> =
  | { readonly key: string; readonly line: Line }
  | { readonly key: string; readonly date: string };

/** Lines that are in the order of their times, with a head before those of each day. */
export function byDays<Line>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  atOf: (line: Line) => number,
  zone: string,
): DayLine<Line>[] {
  const heads = new Set<string>();
  return lines.flatMap((line): DayLine<Line>[] => {
    const date = dayKey(atOf(line), zone);
    const own = { key: keyOf(line), line };
    if (heads.has(date)) return [own];
    heads.add(date);
    return [{ key: `day ${date}`, date }, own];
  });
}
