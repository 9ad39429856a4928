import { Activity } from "lucide-preact";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";

/** Has a test booking go the whole way, and shows how far it comes. */
export const SendTest = ({ state }: { state: PageState }) => (
  <button
    type="button"
    class="button"
    onClick={() => {
      const shown = state.activity.peek();
      state.activity.value = { ...shown, tests: shown.tests + 1 };
    }}
  >
    <Activity class="icon" aria-hidden="true" />
    {words.proof.send}
  </button>
);
