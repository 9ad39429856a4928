import { useAsked } from "../parts/use-asked.ts";
import { ok } from "../state/answer.ts";
import type { PageState } from "../state/page-state.ts";
import type { Screen } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** The bookings beside one in its day; null = there is none on that side. */
export interface Walk {
  readonly before: (() => void) | null;
  readonly after: (() => void) | null;
}

/** Goes through the day's bookings; the way back leads to the row of the one that is shown then. */
export function useWalk(
  state: PageState,
  view: ViewSignals,
  screen: Extract<Screen, { name: "booking" }>,
  date: string | null,
): Walk {
  const { answer } = useAsked(
    async () => (date === null ? ok(null) : state.ask.bookings.days({ first: date, last: date })),
    [date, view.agenda.value],
  );
  const days = answer?.ok ? answer.value?.days : undefined;
  const ids = days?.find((day) => day.date === date)?.items.map(({ booking }) => booking.id) ?? [];
  const at = ids.indexOf(screen.id);
  const to = (id: string | undefined) =>
    at < 0 || id === undefined
      ? null
      : () => {
          const { place } = state.diary;
          const left = place.peek();
          if (screen.from.name === "today" && left) place.value = { ...left, key: `row ${id}`, row: id };
          state.go({ ...screen, id });
        };
  return { before: to(ids[at - 1]), after: to(ids[at + 1]) };
}
