import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import type { PageState } from "../state/page-state.ts";

/** What came, what did not, and the test whether all works. */
export const DiagnosticsLinks = ({ go }: Pick<PageState, "go">) => (
  <nav class="diagnostics" aria-label={words.settings.diagnostics}>
    <Anchor name="proof">
      <button
        type="button"
        class="button button-plain"
        onClick={() => go({ name: "proof", from: "settings" })}
      >
        {words.proof.row}
      </button>
    </Anchor>
    <Anchor name="gaps">
      <button
        type="button"
        class="button button-plain"
        onClick={() => go({ name: "gaps", from: "settings" })}
      >
        {words.gaps.row}
      </button>
    </Anchor>
    <Anchor name="log">
      <button type="button" class="button button-plain" onClick={() => go({ name: "log", back: null })}>
        {words.log.title}
      </button>
    </Anchor>
  </nav>
);
