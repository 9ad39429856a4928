import { useEffect, useState } from "preact/hooks";
import type { BookingDetail } from "../../common/found.ts";
import type { Answer } from "../../common/ipc.ts";
import { BookingActions } from "../agenda/booking-actions.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { BookingFacts } from "./booking-facts.tsx";
import { BookingTools } from "./booking-tools.tsx";
import { BookingTop, isOver } from "./booking-top.tsx";
import { History } from "./history.tsx";
import { SnoozeRow } from "./snooze-row.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly id: string;
}

/** All that Timekit told of one booking, what happened to it, and what can be done. Whoever opens it has seen it. */
export function BookingPage({ state, view, id }: Props) {
  const [answer, setAnswer] = useState<Answer<BookingDetail | null> | null>(null);
  const [tries, setTries] = useState(0);
  const now = view.now.value;
  const format = view.format.value;
  useEffect(() => {
    let left = false;
    void state.getBooking(id).then((came) => {
      if (!left) setAnswer(came);
    });
    return () => {
      left = true;
    };
  }, [id, tries, view.agenda.value, view.presenting.value]);
  useEffect(() => void state.markSeen(id), [id]);

  if (!answer) return <Skeleton rows={4} card />;
  if (!answer.ok) return <Failed problem={answer.error} again={() => setTries(tries + 1)} />;
  const detail = answer.value ?? madeUp(view, id);
  if (!detail) return <Failed problem={words.booking.gone} />;
  const { booking, history, clash } = detail;
  const item = { booking, phase: "later", off: isOver(booking), clash: clash?.kind === "overlap" } as const;
  return (
    <article class="booking" aria-label={words.booking.title}>
      <BookingTop booking={booking} clash={clash} now={now} format={format} />
      <BookingActions state={state} item={item} now={now} format={format} reachable full />
      <BookingTools state={state} booking={booking} />
      <SnoozeRow state={state} booking={booking} now={now} format={format} />
      <BookingFacts booking={booking} />
      <History history={history} now={now} format={format} />
    </article>
  );
}

/** A class of which only seats were told stands in today's list, but is no booking that is kept. */
function madeUp(view: ViewSignals, id: string): BookingDetail | null {
  const item = view.agenda.value.items.find(({ booking }) => booking.id === id);
  return item ? { booking: item.booking, history: [], clash: null } : null;
}
