import { ChevronRight } from "lucide-preact";
import { daysLater } from "../../common/dates.ts";
import { dayKey } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { AgendaList } from "../agenda/agenda-list.tsx";
import { askingOf } from "../agenda/asking.ts";
import { BookingActions } from "../agenda/booking-actions.tsx";
import { follow } from "../chrome/status.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { AllOff, NoneYet, NothingToday, NotKnown } from "./empty-day.tsx";
import { NextCard } from "./next-card.tsx";
import { pickCard } from "./pick-card.ts";

/** No booking was ever received. */
export const nothingCame = ({ agenda }: ViewSignals) =>
  agenda.value.items.length === 0 && !agenda.value.everReceived;

export function Today({ state, view }: { state: PageState; view: ViewSignals }) {
  const { items, earlier, afterToday } = view.agenda.value;
  const now = view.now.value;
  const format = view.format.value;
  const day = dayKey(now, format.zone);
  const goToDay = (to: string) => state.go({ name: "day", day: to });
  if (view.store.value && items.length === 0) return <NotKnown />;
  if (nothingCame(view))
    return <NoneYet health={state.health.value} mend={(remedy) => follow(state, remedy)} />;
  if (items.length === 0)
    return (
      <>
        <NothingToday booking={afterToday} now={now} format={format} />
        <OtherDays today={day} earlier={earlier} go={goToDay} />
      </>
    );
  const card = pickCard(items, now);
  const asking = askingOf(state, view);
  return (
    <>
      {card && (
        <NextCard item={card} now={now} format={format}>
          <BookingActions key={card.booking.id} {...asking} item={card} now={now} format={format} reachable />
        </NextCard>
      )}
      <section aria-labelledby="today">
        <h2 id="today" class="visually-hidden">
          {words.agenda.today}
        </h2>
        <AgendaList
          asking={asking}
          revealing={state.revealing}
          open={(id) => state.go({ name: "booking", id, from: { name: "today" } })}
          items={items}
          card={card}
          now={now}
          format={format}
          day={day}
        />
        {items.every((item) => item.off) && <AllOff booking={afterToday} now={now} format={format} />}
      </section>
      <OtherDays today={day} earlier={earlier} go={goToDay} />
    </>
  );
}

interface OtherDaysProps {
  readonly today: string;
  readonly earlier: number;
  readonly go: (day: string) => void;
}

/** What of today is over is folded away; the days to come are one step off. */
function OtherDays({ today, earlier, go }: OtherDaysProps) {
  return (
    <div class="buttons other-days">
      {earlier > 0 && (
        <button type="button" class="button" onClick={() => go(today)}>
          {words.day.earlier({ count: earlier })}
        </button>
      )}
      <button
        type="button"
        class="button"
        aria-keyshortcuts="ArrowRight"
        onClick={() => go(daysLater(today, 1))}
      >
        {words.day.tomorrow}
        <ChevronRight class="icon" aria-hidden="true" />
      </button>
    </div>
  );
}
