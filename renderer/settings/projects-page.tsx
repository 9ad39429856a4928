import { Folder } from "lucide-preact";
import type { Project } from "../../common/policy.ts";
import { words } from "../../common/words/page.ts";
import { Anchor, useFocusAt } from "../form/anchor.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { SettingName } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ProjectCard } from "./project-card.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  /** The setting that takes the focus, once it is there. */
  readonly focus: SettingName | null;
}

/** What is otherwise for single projects; there are none until a booking names one. */
export function ProjectsPage(props: Props) {
  const { answer, again } = useAsked(() => props.state.ask.bookings.projects(), []);
  if (!answer) return <Skeleton rows={3} />;
  if (!answer.ok) return <Failed problem={answer.error} again={again} />;
  if (answer.value.length === 0) return <Empty icon={Folder} {...words.projects.empty} />;
  return <Cards {...props} projects={answer.value} />;
}

function Cards({ state, view, focus, projects }: Props & { projects: readonly Project[] }) {
  useFocusAt(focus);
  return (
    <Anchor name="projects">
      {projects.map((project) => (
        <ProjectCard
          key={project.id}
          settings={view.settings.value}
          project={project}
          change={state.changeSettings}
        />
      ))}
    </Anchor>
  );
}
