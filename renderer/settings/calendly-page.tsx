import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ServiceRows } from "./service-rows.tsx";

/** The connection to Calendly, which posts only where Bookbell has it post. */
export const CalendlyPage = ({ state, view }: { state: PageState; view: ViewSignals }) => (
  <>
    <Group title={words.calendly.row}>
      <p class="setting help">{words.calendly.what}</p>
      <ServiceRows name="calendly" state={state} view={view} />
    </Group>
    {view.calendly.value.state !== "on" && (
      <Group title={words.calendly.steps.title}>
        <ol class="steps">
          {words.calendly.steps.all.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Group>
    )}
  </>
);
