import { Folder } from "lucide-preact";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ProjectCard } from "./project-card.tsx";

/** What is otherwise for single projects; there are none until a booking names one. */
export function ProjectsPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { answer, again } = useAsked(() => state.ask.bookings.projects(), []);
  if (!answer) return <Skeleton rows={3} />;
  if (!answer.ok) return <Failed problem={answer.error} again={again} />;
  if (answer.value.length === 0) return <Empty icon={Folder} {...words.projects.empty} />;
  return (
    <Anchor name="projects">
      {answer.value.map((project) => (
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
