import { CircleArrowUp, X } from "lucide-preact";
import type { UpdatesView } from "../../common/updates.ts";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { PageState } from "../state/page-state.ts";

/** A newer version that is ready, or that somebody else installs. */
export function UpdateLine({ state, updates }: { state: PageState; updates: UpdatesView }) {
  if (updates.state !== "ready" && (updates.state !== "available" || updates.known)) return null;
  const { attempt, ask } = state;
  const isReady = updates.state === "ready";
  return (
    <div class="footer-update">
      <CircleArrowUp class="icon" aria-hidden="true" />
      <p>{words.updates.footer[updates.state](updates)}</p>
      <button
        type="button"
        class="link"
        onClick={() => void attempt(isReady ? ask.updates.restart() : ask.updates.openReleases())}
      >
        {isReady ? words.updates.restart : words.updates.page}
      </button>
      {!isReady && (
        <IconButton
          icon={X}
          label={words.updates.footer.dismiss(updates)}
          onClick={() => void attempt(ask.window.dismiss("update"))}
        />
      )}
    </div>
  );
}
