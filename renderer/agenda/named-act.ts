import type { AgendaItem } from "../../common/agenda.ts";
import type { BookingAction } from "../../common/host-actions.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { titleSaid } from "../text/booking-text.ts";

/** What a button of a booking is called, for who does not see beside which one it stands. */
export const namedAct = (
  which: BookingAction | "join" | "email" | "copy" | "undo",
  item: AgendaItem,
  format: TimeFormat,
): string => words.acting.named[which]({ ...meetingOf(item, format), host: item.join ?? "" });

/** The same of any label. */
export const named = (label: string, item: AgendaItem, format: TimeFormat): string =>
  words.acting.labelled({ ...meetingOf(item, format), label });

function meetingOf({ booking }: AgendaItem, format: TimeFormat) {
  const time = booking.start === null || booking.allDay ? "" : timeOf(booking.start, format);
  return { who: titleSaid(booking), time };
}
