import { type DayDots, mostDots } from "../../common/agenda.ts";
import { useHue } from "../text/hue.ts";

/** The bookings of a day from afar: each a dot in the hue of its project; more than there is room for end in a dash. */
export function Dots({ dots }: { dots: DayDots | undefined }) {
  const hueOf = useHue();
  const { count, projects } = dots ?? { count: 0, projects: [] };
  const single = count > mostDots ? projects.slice(0, mostDots - 1) : projects;
  return (
    <span class="dots" aria-hidden="true">
      {single.map((project, index) => (
        <span key={index} class={`day-dot hue-${hueOf(project)}`} />
      ))}
      {count > mostDots && <span class="day-dot day-dot-more" />}
    </span>
  );
}
