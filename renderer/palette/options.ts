import { Settings, UserRound } from "lucide-preact";
import type { Booking } from "../../common/booking.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { type FoundSetting, screenOf } from "../settings/setting-table.ts";
import type { PageState } from "../state/page-state.ts";
import { titleOf } from "../text/booking-text.ts";
import { beginningOf } from "../text/moment.ts";
import type { Command } from "./command.ts";

/** A line of the list. */
export interface Option extends Omit<Command, "also"> {
  readonly group: "actions" | "bookings" | "settings";
  /** Beside it: when a booking is, or where a setting stands. */
  readonly beside: string;
}

export const actionOption = ({ also: _, ...command }: Command): Option => ({
  ...command,
  group: "actions",
  beside: "",
});

export function bookingOption(
  { go, screen }: PageState,
  booking: Booking,
  now: number,
  format: TimeFormat,
): Option {
  const { id, start, allDay } = booking;
  const from = screen.peek();
  return {
    id: `booking ${id}`,
    group: "bookings",
    title: titleOf(booking),
    icon: UserRound,
    keys: "",
    beside: start === null ? words.agenda.noTime : beginningOf({ start, allDay }, now, format),
    run: () => go({ name: "booking", id, from: from.name === "booking" ? from.from : from }),
  };
}

export const settingOption = ({ go }: PageState, setting: FoundSetting): Option => ({
  id: `setting ${setting.name}`,
  group: "settings",
  title: setting.title,
  icon: Settings,
  keys: "",
  beside: setting.where === setting.title ? "" : setting.where,
  run: () => go(screenOf(setting, "")),
});
