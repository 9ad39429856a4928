import { alertKinds, treatments } from "../../common/policy.ts";
import { words } from "../../common/words/page.ts";
import { Choice } from "../form/choice.tsx";
import { Group } from "../form/group.tsx";
import { OnOff } from "../form/on-off.tsx";
import { Failed } from "../parts/failed.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ProjectRules } from "./project-rules.tsx";

/** What the user is told, and how: by kind of change, and otherwise for single projects. */
export function AlertsPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const settings = view.settings.value;
  return (
    <>
      <Group title={words.alerts.changes}>
        <p class="setting help">{words.alerts.help}</p>
        {alertKinds.map((kind) => (
          <Choice
            key={kind}
            name={words.alerts.kinds[kind]}
            options={treatments.map((value) => ({ value, label: words.alerts.treatments[value] }))}
            value={settings.alerts[kind]}
            choose={(chosen) => state.changeSettings({ alerts: { ...settings.alerts, [kind]: chosen } })}
          />
        ))}
        <OnOff
          name={words.alerts.sound}
          help={words.alerts.soundHelp}
          value={settings.sound}
          choose={(on) => state.changeSettings({ sound: on })}
        />
        {view.mayShowTwice.value && <p class="setting help">{words.alerts.twice}</p>}
      </Group>
      <Projects state={state} view={view} />
    </>
  );
}

/** None until a booking names one. */
function Projects({ state, view }: { state: PageState; view: ViewSignals }) {
  const { answer, again } = useAsked(() => state.ask.bookings.projects(), []);
  if (!answer) return null;
  if (!answer.ok) return <Failed problem={answer.error} again={again} />;
  return (
    <>
      {answer.value.map((project) => (
        <ProjectRules
          key={project.id}
          settings={view.settings.value}
          project={project}
          change={state.changeSettings}
        />
      ))}
    </>
  );
}
