import type { TimeFormat } from "../../common/time.ts";
import { dayInList, dayName } from "../text/date-text.ts";
import type { Place } from "./use-virtual-rows.ts";

interface Props {
  readonly date: string;
  readonly today: string;
  readonly format: TimeFormat;
  readonly place: Place;
}

/** "Today", "Yesterday", "Fri 20 November": stands above the lines of its day. */
export const DayLine = ({ date, today, format, place }: Props) => (
  <li class="day-line" {...place}>
    <h2 class="day-line-text" lang={format.locale}>
      {dayName(date, today) ?? dayInList(date, today, format)}
    </h2>
  </li>
);
