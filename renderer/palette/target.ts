import type { AgendaItem } from "../../common/agenda.ts";
import type { BookingAction } from "../../common/host-actions.ts";
import { snoozeTimes } from "../../common/snooze.ts";
import { askingOf } from "../agenda/asking.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** The booking of the row that has the focus; null = none has. */
export function focusedId(): string | null {
  const row = document.activeElement?.closest<HTMLElement>("[data-booking]");
  return row?.dataset.booking ?? null;
}

/** Today's and those of the other days that are loaded, then those that wait for an answer. */
function known({ diary, pending }: PageState, view: ViewSignals): readonly AgendaItem[] {
  const days = diary.stretches.peek().flatMap(({ days }) => days);
  return [
    ...view.agenda.peek().items,
    ...[...days, ...(pending.days.peek() ?? [])].flatMap(({ items }) => items),
  ];
}

/** What a key is about: the row that has the focus, if it can be done to that, else the first to which it can. */
function first(
  state: PageState,
  view: ViewSignals,
  can: (item: AgendaItem) => boolean,
  focused: string | null,
): AgendaItem | null {
  const all = known(state, view).filter(can);
  return all.find(({ booking }) => booking.id === focused) ?? all[0] ?? null;
}

/** The booking whose reminder S puts off. */
export const toSnooze = (state: PageState, view: ViewSignals, focused: string | null) =>
  first(state, view, ({ booking, off }) => !off && snoozeTimes(booking, view.now.peek()).length > 0, focused);

/** The request that a key answers. */
export function toAnswer(
  state: PageState,
  view: ViewSignals,
  action: Extract<BookingAction, "confirm" | "decline">,
  focused: string | null,
) {
  const { actionsOf } = askingOf(state, view);
  const can = ({ booking }: AgendaItem) => booking.status === "asked" && actionsOf(booking).includes(action);
  return first(state, view, can, focused);
}

/** Answers it where it can be seen: in the row that has the focus, else among the requests. */
export function answer(
  state: PageState,
  id: string,
  act: "confirm" | "decline",
  focused: string | null,
): void {
  if (focused !== id) state.go({ name: "requests" });
  state.wanted.value = { id, act };
}
