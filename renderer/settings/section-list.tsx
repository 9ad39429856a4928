import {
  Bell,
  Clock,
  Folder,
  Info,
  type LucideIcon,
  Palette,
  Plug,
  Radio,
  Shield,
  SlidersHorizontal,
} from "lucide-preact";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { Section } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { SectionRow } from "./section-row.tsx";
import { sectionValues } from "./section-values.ts";
import { sectionTitles } from "./setting-table.ts";

const cards: readonly (readonly Section[])[] = [
  ["receiving", "services"],
  ["notifications", "reminders", "projects"],
  ["appearance", "general", "privacy"],
  ["about"],
];

const icons: Readonly<Record<Section, LucideIcon>> = {
  receiving: Radio,
  services: Plug,
  notifications: Bell,
  reminders: Clock,
  projects: Folder,
  appearance: Palette,
  general: SlidersHorizontal,
  privacy: Shield,
  about: Info,
};

/** All sections of the settings, each with what it has now. */
export function SectionList({ state, view }: { state: PageState; view: ViewSignals }) {
  const projects = useProjects(state, view);
  const saidOf = (section: Section) =>
    section === "projects" ? projects : sectionValues[section](view, state);
  return (
    <>
      {cards.map((card) => (
        <Card key={card[0]}>
          {card.map((name) => (
            <Anchor key={name} name={name}>
              <SectionRow
                icon={icons[name]}
                name={sectionTitles[name]}
                value={saidOf(name)}
                open={() => state.go({ name, from: "settings" })}
              >
                {name === "receiving" && <StateDot state={state} />}
              </SectionRow>
            </Anchor>
          ))}
        </Card>
      ))}
    </>
  );
}

/** The value of the row says the same. */
function StateDot({ state: { health } }: { state: PageState }) {
  const level = health.value?.level ?? "checking";
  const tone = level === "receiving" || level === "checking" ? level : "trouble";
  return <span class={`state-dot state-dot-${tone}`} aria-hidden="true" />;
}

/** The names of the projects, or how many there are while names are hidden. */
function useProjects(state: PageState, { presenting }: ViewSignals): string {
  const { answer } = useAsked(() => state.ask.bookings.projects(), [presenting.value]);
  if (!answer?.ok) return "";
  const count = answer.value.length;
  const names = answer.value.map(({ name }) => name).filter(Boolean);
  if (count === 0) return words.projects.none;
  return presenting.value || names.length < count
    ? words.projects.count({ count })
    : words.commaJoined(names);
}
