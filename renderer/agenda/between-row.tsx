import { hoursAndMinutes, type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import type { Place } from "../parts/use-virtual-rows.ts";
import type { Between } from "./between.ts";

interface Props {
  readonly between: Between;
  readonly now: number;
  readonly format: TimeFormat;
  readonly place: Place;
}

/** A line between two rows, which takes no focus: it can be read, and nothing can be done with it. */
export function BetweenRow({ between, now, format, place }: Props) {
  if (between.kind === "free")
    return (
      <li class="free" {...place}>
        <span>{words.agenda.free({ length: hoursAndMinutes(between.minutes) })}</span>
      </li>
    );
  return (
    <li class="now-line" {...place}>
      <span class="visually-hidden">{words.agenda.now} </span>
      <time dateTime={new Date(now).toISOString()}>{timeOf(now, format)}</time>
    </li>
  );
}
