import type { Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { AgendaItem } from "../../common/agenda.ts";
import type { Booking } from "../../common/booking.ts";
import { type BookingAction, statusAfter } from "../../common/host-actions.ts";
import type { Answer, Requests } from "../../common/ipc.ts";
import type { Status } from "../../common/status.ts";
import { words } from "../../common/words/page.ts";
import { useAct } from "../parts/use-act.ts";

/** What asking about any booking needs. */
export interface Asking {
  readonly ask: Pick<Requests["bookings"], "act" | "join" | "contact" | "copy">;
  /** What its service can be asked to do to it. */
  readonly actionsOf: (booking: Booking) => readonly BookingAction[];
  readonly say: (text: string) => void;
  /** The booking that is to be joined at once, until that is done. */
  readonly joining: Signal<string | null>;
}

/** An outcome holds as long as the booking is what it was made. */
interface Done {
  readonly text: string;
  readonly status: Status;
}

export type Acts = ReturnType<typeof useActs>;

/** What is done about one booking, and what came of it; `listens` = it may be told from elsewhere to be joined. */
export function useActs(item: AgendaItem, asking: Asking, listens: boolean) {
  const { booking, join: host, off } = item;
  const { busy, problem, act } = useAct();
  /** What the customer is asked to be told with. */
  const [question, setQuestion] = useState<Exclude<BookingAction, "confirm"> | null>(null);
  /** The host that main asks about before it opens the meeting. */
  const [unknownHost, setUnknownHost] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const wanted = asking.joining.value === booking.id;
  useEffect(() => {
    if (!listens || !wanted) return;
    asking.joining.value = null;
    void join();
  }, [listens, wanted]);

  function came(text: string, status: Status) {
    setQuestion(null);
    setUnknownHost(null);
    setDone({ text, status });
    asking.say(text);
  }
  async function request(made: () => Promise<Answer<null>>, text: string, status: Status) {
    setDone(null);
    if ((await act(made))?.ok) came(text, status);
  }
  async function join(agreed: string | null = null) {
    setDone(null);
    const answer = await act(() => asking.ask.join({ id: booking.id, agreed }));
    if (!answer?.ok) return;
    if (answer.value === null) came(words.acting.opened, booking.status);
    else setUnknownHost(answer.value);
  }

  return {
    busy,
    problem,
    question,
    setQuestion,
    unknownHost,
    setUnknownHost,
    outcome: done?.status === booking.status && !off ? done.text : "",
    actions: asking.actionsOf(booking),
    canJoin: !off && booking.status !== "asked" && host !== null,
    join,
    answer(action: BookingAction, message = "") {
      const status = statusAfter[action];
      const asked = () => asking.ask.act({ id: booking.id, action, message });
      return request(asked, words.acting[status], status);
    },
    email: () => act(() => asking.ask.contact({ id: booking.id, by: "mail" })),
    async copy() {
      if ((await act(() => asking.ask.copy(booking.id)))?.ok) asking.say(words.booking.copySaid);
    },
  };
}
