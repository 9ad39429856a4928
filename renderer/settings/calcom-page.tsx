import { words } from "../../common/words/page.ts";
import { Secret } from "../form/secret.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { SourcePage } from "./source-page.tsx";

/** The address that Cal.com posts to, the secret that it signs with, and how to have it post. */
export const CalcomPage = ({ state, view }: { state: PageState; view: ViewSignals }) => (
  <SourcePage source="calcom" own={words.calcom} state={state} view={view}>
    <Secret
      name="calcomSigning"
      secret={view.secrets.value.calcomSigning}
      set={state.ask.secrets.set}
      say={state.say}
    />
  </SourcePage>
);
