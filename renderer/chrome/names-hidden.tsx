import { EyeOff, X } from "lucide-preact";
import { timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** Names are hidden, and until when; a press shows them. */
export function NamesHidden({ state, view }: { state: PageState; view: ViewSignals }) {
  if (!view.presenting.value) return null;
  const until = view.presentingUntil.value;
  const { hidden, show } = words.presenting;
  const text = until === null ? hidden : words.presenting.until({ time: timeOf(until, view.format.value) });
  return (
    <button
      type="button"
      class="button chip"
      title={show}
      aria-label={`${text}: ${show}`}
      onClick={() => void state.attempt(state.ask.settings.setPresenting("off"))}
    >
      <EyeOff class="icon" aria-hidden="true" />
      <span class="chip-text">{text}</span>
      <X class="icon" aria-hidden="true" />
    </button>
  );
}
