import { ChevronLeft, ChevronRight } from "lucide-preact";
import { daysLater } from "../../common/dates.ts";
import { dayKey } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { AgendaList } from "../agenda/agenda-list.tsx";
import { askingOf } from "../agenda/asking.ts";
import { Failed } from "../parts/failed.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly day: string;
}

/** All of one day, and the way to the others. */
export function DayPage({ state, view, day }: Props) {
  const { answer, again } = useAsked(
    () => state.ask.bookings.days({ first: day, last: day }),
    [day, view.agenda.value],
  );
  const items = answer?.ok ? (answer.value.days[0]?.items ?? []) : [];
  const today = day === dayKey(view.now.value, view.format.value.zone);
  const go = (to: string) => state.go({ name: "day", day: to });
  return (
    <>
      <nav class="days" aria-label={words.day.label}>
        <IconButton icon={ChevronLeft} label={words.day.before} onClick={() => go(daysLater(day, -1))} />
        <input
          type="date"
          class="field"
          aria-label={words.day.pick}
          value={day}
          onChange={(event) => event.currentTarget.value && go(event.currentTarget.value)}
        />
        <IconButton icon={ChevronRight} label={words.day.after} onClick={() => go(daysLater(day, 1))} />
        {!today && (
          <button type="button" class="button" onClick={() => state.go({ name: "today" })}>
            {words.agenda.today}
          </button>
        )}
      </nav>
      {!answer && <Skeleton rows={4} />}
      {answer && !answer.ok && <Failed problem={answer.error} again={again} />}
      {answer?.ok && items.length === 0 && <p class="soft days-none">{words.day.none}</p>}
      {answer?.ok && (
        <AgendaList
          asking={askingOf(state, view)}
          revealing={state.revealing}
          open={(id) => state.go({ name: "booking", id, from: { name: "day", day } })}
          items={items}
          card={null}
          now={view.now.value}
          format={view.format.value}
          day={day}
        />
      )}
    </>
  );
}
