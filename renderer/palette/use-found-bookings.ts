import { useEffect, useState } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import type { PageState } from "../state/page-state.ts";

/** More of them are found on the page for that. */
const most = 5;

/** The first bookings in which every word of a text is found; none while nothing is typed. */
export function useFoundBookings({ ask }: PageState, text: string): readonly Booking[] {
  const [found, setFound] = useState<readonly Booking[]>([]);
  useEffect(() => {
    let left = false;
    if (text.trim() === "") setFound([]);
    else
      void ask.bookings.search({ text, state: "all", time: "all", most }).then((answer) => {
        if (!left) setFound(answer.ok ? answer.value.bookings : []);
      });
    return () => {
      left = true;
    };
  }, [text]);
  return found;
}
