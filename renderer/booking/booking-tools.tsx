import { useState } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

/** Reaching the customer, and taking the booking elsewhere. */
export function BookingTools({ state, booking }: { state: PageState; booking: Booking }) {
  const { id, customer, start } = booking;
  const { problem, act } = useAct();
  const [saved, setSaved] = useState(false);
  const contact = (by: "mail" | "call") => void act(() => state.ask.bookings.contact({ id, by }));

  async function save() {
    const answer = await act(() => state.ask.bookings.export(id));
    setSaved(answer?.value ?? false);
    if (answer?.value) state.say(words.booking.saved);
  }
  async function copy() {
    const copied = (await act(() => state.ask.bookings.copy(id))) !== null;
    if (copied) state.say(words.booking.copySaid);
    return copied;
  }
  return (
    <div class="booking-tools">
      <div class="buttons">
        {customer?.email && (
          <button type="button" class="button" onClick={() => contact("mail")}>
            {words.booking.mail}
          </button>
        )}
        {customer?.phone && (
          <button type="button" class="button" onClick={() => contact("call")}>
            {words.booking.call}
          </button>
        )}
        <CopyButton label={words.booking.copy} done={words.booking.copied} copy={copy} />
        {start !== null && (
          <button type="button" class="button" onClick={() => void save()}>
            {words.booking.calendar}
          </button>
        )}
      </div>
      <Outcome text={saved ? words.booking.saved : ""} />
      <ProblemText problem={problem} />
    </div>
  );
}
