import { useEffect } from "preact/hooks";
import type { BookingDetail } from "../../common/found.ts";
import { problem } from "../../common/problems.ts";
import { isOver } from "../../common/status.ts";
import { words } from "../../common/words/page.ts";
import { askingOf } from "../agenda/asking.ts";
import { BookingActions } from "../agenda/booking-actions.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { BookingFacts } from "./booking-facts.tsx";
import { BookingTools } from "./booking-tools.tsx";
import { BookingTop } from "./booking-top.tsx";
import { History } from "./history.tsx";
import { SnoozeRow } from "./snooze-row.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly id: string;
}

/** All that Timekit told of one booking, what happened to it, and what can be done. Whoever opens it has seen it. */
export function BookingPage({ state, view, id }: Props) {
  const now = view.now.value;
  const format = view.format.value;
  const { answer, again } = useAsked(() => state.ask.bookings.get(id), [id, view.agenda.value]);
  useEffect(() => void state.ask.news.markSeen(id), [id]);

  if (!answer) return <Skeleton rows={4} card />;
  if (!answer.ok) return <Failed problem={answer.error} again={again} />;
  const detail = answer.value ?? madeUp(view, id);
  if (!detail) return <Failed problem={problem("booking-gone")} />;
  const { booking, history, clash, join } = detail;
  const off = isOver(booking);
  const others = booking.others.length;
  const asking = askingOf(state, view);
  const item = { booking, others, phase: "later", off, clash: null, move: null, join } as const;
  return (
    <article class="booking" aria-label={words.booking.title}>
      <BookingTop booking={booking} clash={clash} now={now} format={format} />
      <BookingActions
        {...asking}
        actionsOf={answer.value ? asking.actionsOf : () => []}
        item={item}
        now={now}
        format={format}
      />
      <BookingTools
        booking={booking}
        contact={(by) => state.ask.bookings.contact({ id, by })}
        copy={() => state.ask.bookings.copy(id)}
        save={() => state.ask.bookings.export(id)}
        hasPage={() => state.ask.bookings.hasPage(id)}
        openPage={() => state.ask.bookings.openPage(id)}
        say={state.say}
      />
      <SnoozeRow
        booking={booking}
        now={now}
        format={format}
        snooze={(choice) => state.ask.bookings.snooze({ id, choice })}
        say={state.say}
      />
      <BookingFacts booking={booking} />
      <History history={history} now={now} format={format} />
    </article>
  );
}

/** A class of which only seats were told stands in today's list, but is no booking that is kept. */
function madeUp(view: ViewSignals, id: string): BookingDetail | null {
  const item = view.agenda.value.items.find(({ booking }) => booking.id === id);
  return item ? { booking: item.booking, history: [], clash: null, move: item.move, join: item.join } : null;
}
