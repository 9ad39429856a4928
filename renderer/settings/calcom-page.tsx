import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import { Secret } from "../form/secret.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ServiceRows } from "./service-rows.tsx";
import { SourcePage } from "./source-page.tsx";

/** The address that Cal.com posts to, the secret that it signs with, and how to have it post. */
export const CalcomPage = ({ state, view }: { state: PageState; view: ViewSignals }) => (
  <>
    <Group title={words.calcom.account}>
      <ServiceRows name="calcom" state={state} view={view} />
    </Group>
    <SourcePage source="calcom" own={words.calcom} state={state} view={view}>
      <Secret
        name="calcomSigning"
        secret={view.secrets.value.calcomSigning}
        set={state.ask.secrets.set}
        say={state.say}
      />
    </SourcePage>
  </>
);
