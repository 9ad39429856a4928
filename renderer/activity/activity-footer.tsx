import { ChevronRight } from "lucide-preact";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** Leads one step further: to all that came in, byte by byte. */
export function ActivityFooter({ state, view }: { state: PageState; view: ViewSignals }) {
  const days = view.settings.value.keepDeliveriesDays;
  return (
    <footer class="footer">
      <p class="soft">{days > 0 && words.activity.kept({ days })}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          state.log.only.value = "everything";
          state.go({ name: "log", back: null });
        }}
      >
        {words.log.title}
        <ChevronRight class="icon" aria-hidden="true" />
      </button>
    </footer>
  );
}
