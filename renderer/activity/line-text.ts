import type { ActivityLine } from "../../common/activity.ts";
import type { Booking } from "../../common/booking.ts";
import { dayKey, daysAway, type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { dayAndTime, titleOf } from "../text/booking-text.ts";
import { lengthOf, outageText } from "./outage-text.ts";
import { toldText } from "./told-text.ts";

/** What is said of a line: of whom, if it is of a booking, what happened, and more about it. */
export interface LineText {
  readonly who: string | null;
  readonly what: string;
  readonly more: string;
}

export function lineText(line: ActivityLine, now: number, format: TimeFormat): LineText {
  if (line.kind === "change") {
    const more = words.dotJoined([whenOf(line.booking, now, format), toldText(line.told, now, format)]);
    return { who: titleOf(line.booking), what: words.activity.inLine(line.change), more };
  }
  if (line.kind === "outage") {
    const { gap } = line;
    const what = words.outages.titles[gap.reason]({ length: lengthOf(gap, now) });
    return { who: null, what, more: outageText(gap, now, format) };
  }
  return { who: null, what: failureTitle(line), more: failureText(line) };
}

type Failure = Extract<ActivityLine, { kind: "refused" | "unreadable" }>;

/** What only its signature was wrong of was a booking; what else was refused need not have been one. */
function failureTitle({ kind, count, reason }: Failure): string {
  if (reason?.code === "unsigned") return words.failures.setAside({ count });
  if (kind === "unreadable") return words.failures.unreadable({ count });
  return words.failures[reason?.code === "signature" ? "refused" : "rejected"]({ count });
}

function failureText({ reason }: Failure): string {
  if (!reason) return "";
  return reason.code === "signature" ? words.failures.signature : words.reasonWords(reason);
}

/** When it is, or was: "Today 16:00", "Tomorrow, 09:00". */
function whenOf(booking: Booking, now: number, format: TimeFormat): string {
  const { start, allDay } = booking;
  const today = dayKey(now, format.zone);
  if (allDay && allDay.first === today && allDay.last === today)
    return words.agenda.allDayOn({ day: words.agenda.today });
  if (!allDay && start !== null && daysAway(start, now, format.zone) === 0)
    return words.moments.todayAt({ time: timeOf(start, format) });
  return dayAndTime(booking, now, format);
}
