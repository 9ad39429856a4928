import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import { type Project, told, treatments } from "../../common/policy.ts";
import { Failed } from "../parts/failed.tsx";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { Choice } from "./choice.tsx";
import { Group } from "./group.tsx";
import { ProjectRules } from "./project-rules.tsx";

/** What the user is told, and how: by kind of change, and otherwise for single projects. */
export function AlertsPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const settings = view.settings.value;
  return (
    <>
      <Group title={words.alerts.changes}>
        <p class="setting help">{words.alerts.help}</p>
        {told.map((kind) => (
          <Choice
            key={kind}
            name={words.alerts.kinds[kind]}
            options={treatments.map((value) => ({ value, label: words.alerts.treatments[value] }))}
            value={settings.told[kind]}
            choose={(chosen) => state.changeSettings({ told: { ...settings.told, [kind]: chosen } })}
          />
        ))}
        <Choice
          name={words.alerts.sound}
          help={words.alerts.soundHelp}
          options={[
            { value: "on", label: words.alerts.on },
            { value: "off", label: words.alerts.off },
          ]}
          value={settings.sound ? "on" : "off"}
          choose={(chosen) => state.changeSettings({ sound: chosen === "on" })}
        />
      </Group>
      <Projects state={state} view={view} />
    </>
  );
}

/** None until a booking names one. */
function Projects({ state, view }: { state: PageState; view: ViewSignals }) {
  const [answer, setAnswer] = useState<Answer<readonly Project[]> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => void state.getProjects().then(setAnswer), [tries]);
  if (!answer) return null;
  if (!answer.ok) return <Failed problem={answer.error} again={() => setTries(tries + 1)} />;
  return (
    <>
      {answer.value.map((project) => (
        <ProjectRules key={project.id} state={state} settings={view.settings.value} project={project} />
      ))}
    </>
  );
}
