import { useState } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import { words } from "../../common/words/page.ts";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/page-state.ts";
import { titleOf } from "../text/booking-text.ts";

/** What a booking's menu, or a key, has its page do. */
export type Begin = "snooze" | "forget" | "save" | "open-page";

export type Reaching = ReturnType<typeof useReaching>;

/** Reaching the customer, following what they link to, and taking the booking elsewhere. */
export function useReaching({ ask, say }: PageState, booking: Booking, back: () => void) {
  const { id } = booking;
  const { busy, problem, act } = useAct();
  const [outcome, setOutcome] = useState("");
  const [forgetting, setForgetting] = useState(false);
  /** A link whose host main asks about before it opens it. */
  const [unknownLink, setUnknownLink] = useState<{ readonly link: string; readonly host: string } | null>(
    null,
  );

  async function save() {
    const answer = await act(() => ask.bookings.export(id));
    const saved = answer?.ok === true && answer.value;
    setOutcome(saved ? words.booking.saved : "");
    if (saved) say(words.booking.saved);
  }
  async function openLink(link: string, agreed: string | null = null) {
    const answer = await act(() => ask.bookings.openLink({ id, link, agreed }));
    if (answer?.ok) setUnknownLink(answer.value === null ? null : { link, host: answer.value });
    if (answer?.ok && answer.value === null) say(words.acting.opened);
  }

  return {
    busy,
    problem,
    outcome,
    unknownLink,
    setUnknownLink,
    openLink,
    forgetting,
    setForgetting,
    async forget(): Promise<void> {
      const answer = await act(() => ask.privacy.forgetCustomer(booking.customer?.email ?? ""));
      setForgetting(false);
      if (!answer?.ok) return;
      say(words.booking.forgotten({ who: titleOf(booking) }));
      back();
    },
    begin(what: Exclude<Begin, "snooze">): void {
      if (what === "forget") setForgetting(true);
      else if (what === "save") void save();
      else void act(() => ask.bookings.openPage(id));
    },
    contact: (by: "mail" | "call") => void act(() => ask.bookings.contact({ id, by })),
    async copy() {
      const answer = await act(() => ask.bookings.copy(id));
      if (answer?.ok) say(words.booking.copySaid);
      return answer;
    },
  };
}
