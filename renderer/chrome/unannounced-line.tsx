import { CalendarCheck } from "lucide-preact";
import type { PageState } from "../state/page-state.ts";
import { unannouncedText } from "../state/unannounced.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { words } from "../words.ts";

/** Says for a moment that something came of which no notification tells. */
export function UnannouncedLine({ state, view }: { state: PageState; view: ViewSignals }) {
  const came = state.unannounced.value;
  if (!came) return null;
  return (
    <div class="status-line unannounced">
      <CalendarCheck class="icon" aria-hidden="true" />
      <p class="status-text">{unannouncedText(came, view.now.value, view.format.value)}</p>
      <button
        type="button"
        class="button"
        onClick={() => state.go({ name: "booking", id: came.bookingId, from: { name: "today" } })}
      >
        {words.unannounced.show}
      </button>
    </div>
  );
}
