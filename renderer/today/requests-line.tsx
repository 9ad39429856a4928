import { ChevronRight, Inbox } from "lucide-preact";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";

/** Leads to the requests that wait, while there are any. */
export function RequestsLine({ state }: { state: PageState }) {
  const count = (state.pending.days.value ?? []).reduce((sum, { items }) => sum + items.length, 0);
  if (count === 0) return null;
  return (
    <button type="button" class="requests-line" onClick={() => state.go({ name: "requests" })}>
      <Inbox class="icon" aria-hidden="true" />
      <span class="requests-text">{words.requests.waiting({ count })}</span>
      <ChevronRight class="icon" aria-hidden="true" />
    </button>
  );
}
