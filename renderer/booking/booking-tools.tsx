import { useState } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { ServicePage } from "./service-page.tsx";

interface Props {
  readonly booking: Booking;
  readonly contact: (by: "mail" | "call") => Promise<Answer<unknown>>;
  readonly copy: () => Promise<Answer<unknown>>;
  /** Whether a calendar file was saved: the user may change their mind. */
  readonly save: () => Promise<Answer<boolean>>;
  readonly hasPage: () => Promise<Answer<boolean>>;
  readonly openPage: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** Reaching the customer, and taking the booking elsewhere. */
export function BookingTools({ booking, contact, copy, save, hasPage, openPage, say }: Props) {
  const { customer, start } = booking;
  const { problem, act } = useAct();
  const [saved, setSaved] = useState(false);

  async function saveFile() {
    const answer = await act(save);
    const done = answer?.ok === true && answer.value;
    setSaved(done);
    if (done) say(words.booking.saved);
  }
  async function copyText() {
    const answer = await act(copy);
    if (answer?.ok) say(words.booking.copySaid);
    return answer;
  }
  return (
    <div class="booking-tools">
      <div class="buttons">
        {customer?.email && (
          <button type="button" class="button" onClick={() => void act(() => contact("mail"))}>
            {words.booking.mail}
          </button>
        )}
        {customer?.phone && (
          <button type="button" class="button" onClick={() => void act(() => contact("call"))}>
            {words.booking.call}
          </button>
        )}
        <CopyButton label={words.booking.copy} done={words.booking.copied} copy={copyText} />
        {start !== null && (
          <button type="button" class="button" onClick={() => void saveFile()}>
            {words.booking.calendar}
          </button>
        )}
        <ServicePage booking={booking} has={hasPage} open={() => void act(openPage)} />
      </div>
      <Outcome text={saved ? words.booking.saved : ""} />
      <ProblemText problem={problem} />
    </div>
  );
}
