import { words } from "../../common/words/page.ts";
import { KeyCaps } from "../parts/key-caps.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { isMac } from "../text/shortcut.ts";
import { CopyAddress, copyAddress, hasPublicAddress } from "./copy-address.tsx";
import { NamesHidden } from "./names-hidden.tsx";
import { PauseMenu } from "./pause-menu.tsx";
import { StateButton } from "./state-button.tsx";
import { UpdateLine } from "./update-line.tsx";

/** How Bookbell is, what the user has switched on, and a newer version. */
export function Footer({ state, view }: { state: PageState; view: ViewSignals }) {
  // Once Timekit was given an address, it is found in the settings.
  const toHandOut = hasPublicAddress(view) && !view.reach.value.given;
  return (
    <footer class="footer">
      <UpdateLine state={state} updates={view.updates.value} />
      <StateButton state={state} view={view} />
      <NamesHidden state={state} view={view} />
      {toHandOut && <CopyAddress isPublic copy={() => copyAddress(state)} />}
      <PauseMenu state={state} view={view} />
      <button
        type="button"
        class="button footer-actions"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          state.palette.value = { list: "all", id: null };
        }}
      >
        {words.palette.open}
        <KeyCaps keys={isMac() ? "Command+K" : "Control+K"} />
      </button>
    </footer>
  );
}
