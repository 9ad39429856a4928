import type { AgendaItem } from "../../common/agenda.ts";
import type { BookingAction } from "../../common/host-actions.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { titleSaid } from "../text/booking-text.ts";

/** What a button of a booking is called, for who does not see beside which one it stands. */
export function namedAct(
  which: BookingAction | "join" | "email" | "copy",
  item: AgendaItem,
  format: TimeFormat,
) {
  const { booking, join } = item;
  const time = booking.start === null || booking.allDay ? "" : timeOf(booking.start, format);
  return words.acting.named[which]({ who: titleSaid(booking), time, host: join ?? "" });
}
