import type { ReadonlySignal } from "@preact/signals";
import { CalendarCheck } from "lucide-preact";
import type { Unannounced } from "../../common/news.ts";
import { words } from "../../common/words/page.ts";
import { unannouncedText } from "../state/unannounced.ts";
import type { ViewSignals } from "../state/view-signals.ts";

interface Props {
  readonly latest: ReadonlySignal<Unannounced | null>;
  readonly view: ViewSignals;
  readonly open: (bookingId: string) => void;
}

/** Says for a moment that something came of which no notification tells. */
export function UnannouncedLine({ latest, view, open }: Props) {
  const came = latest.value;
  if (!came) return null;
  return (
    <div class="status-line unannounced">
      <CalendarCheck class="icon" aria-hidden="true" />
      <p class="status-text">{unannouncedText(came, view.now.value, view.format.value)}</p>
      <button type="button" class="button" onClick={() => open(came.bookingId)}>
        {words.unannounced.show}
      </button>
    </div>
  );
}
