import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";

/** Marks all that changed as looked at, as long as something is not. */
export function ReadAll({ state, unread }: { state: PageState; unread: number }) {
  if (unread === 0) return null;
  return (
    <p class="activity-read">
      <button
        type="button"
        class="link"
        onClick={async () => {
          const { ok } = await state.attempt(state.ask.activity.markSeen(null));
          if (ok) state.say(words.activity.allRead);
        }}
      >
        {words.activity.readAll}
      </button>
    </p>
  );
}
