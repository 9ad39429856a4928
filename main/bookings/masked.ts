import type { AgendaItem } from "../../common/agenda.ts";
import type { Booking } from "../../common/booking.ts";
import type { Message } from "../../common/destinations.ts";

/** A booking of which its time and its state are left, for a screen that others see, too. */
export function maskedBooking<Some extends Booking>(booking: Some): Some {
  return {
    ...booking,
    subject: "",
    place: "",
    description: "",
    comment: "",
    answers: [],
    customer: null,
    others: [],
    host: null,
    project: null,
  };
}

/** The same of a message about one. */
export const maskedMessage = (message: Message): Message => ({
  ...message,
  project: null,
  names: null,
  rest: null,
});

/** Masks bookings as long as others see the screen. */
export const maskWhile =
  (presenting: () => boolean) =>
  <Some extends Booking>(booking: Some): Some =>
    presenting() ? maskedBooking(booking) : booking;

/** The same of one in a list; a host that it leads to may be whoever is met. */
export const maskedItem = (item: AgendaItem): AgendaItem => ({
  ...item,
  booking: maskedBooking(item.booking),
  join: item.join && "",
});
