import type { Booking } from "../../common/booking.ts";
import type { View } from "../../common/view.ts";

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

/** Masks bookings as long as others see the screen. */
export const maskWhile =
  (presenting: () => boolean) =>
  <Some extends Booking>(booking: Some): Some =>
    presenting() ? maskedBooking(booking) : booking;

/** What may be shown of a view, or of the parts of `view` that have changed. */
export function presented<Part extends Partial<View>>(changed: Part, view: View): Part {
  const agenda = "presenting" in changed ? view.agenda : changed.agenda;
  if (!agenda) return changed;
  return { ...changed, agenda: view.presenting ? maskedAgenda(agenda) : agenda };
}

const maskedAgenda = ({ items, afterToday, ...rest }: View["agenda"]): View["agenda"] => ({
  ...rest,
  items: items.map((item) => ({ ...item, booking: maskedBooking(item.booking) })),
  afterToday: afterToday && maskedBooking(afterToday),
});
