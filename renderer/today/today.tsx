import { AgendaList } from "../agenda/agenda-list.tsx";
import { follow } from "../chrome/follow.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { NoneYet, NotKnown } from "./empty-day.tsx";

/** No booking was ever received. */
export const nothingCame = ({ agenda }: ViewSignals) =>
  agenda.value.items.length === 0 && !agenda.value.everReceived;

/** Bookings cannot be read, and none are known of. */
export const nothingKnown = ({ store, agenda }: ViewSignals) =>
  store.value !== null && agenda.value.items.length === 0;

/** The list, or why there is none. */
export function Today({ state, view }: { state: PageState; view: ViewSignals }) {
  if (nothingKnown(view)) return <NotKnown />;
  if (nothingCame(view))
    return <NoneYet health={state.health.value} mend={(remedy) => follow(state, remedy)} />;
  return (
    <>
      <AgendaList state={state} view={view} />
      {/* So that every day can stand at the top. */}
      <div class="list-rest" />
    </>
  );
}
