import type { Agenda } from "../../common/agenda.ts";

/** Whether its host is in a meeting now; a whole day is none. */
export const meetingIsOn = ({ items }: Pick<Agenda, "items">): boolean =>
  items.some(({ booking, phase, off }) => phase === "now" && !off && !booking.allDay);
