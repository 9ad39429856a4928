import { CircleCheck, OctagonAlert, TriangleAlert } from "lucide-preact";
import type { DestinationView } from "../../common/destination-view.ts";
import { type Problem, problem } from "../../common/problems.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { momentOf } from "../text/moment.ts";

interface Props {
  readonly destination: DestinationView;
  readonly now: number;
  readonly format: TimeFormat;
}

const icons = { working: CircleCheck, failing: TriangleAlert, stopped: OctagonAlert };

/** How a destination is; where something is wrong, what, and what to do. */
export function StandingText({ destination, now, format }: Props) {
  const { tone, text, why } = said(destination, now, format);
  const Icon = icons[tone];
  const whyWords = why && words.problemWords(why);
  return (
    <div class={`standing standing-${tone}`}>
      <p class="standing-state">
        <Icon class="icon" aria-hidden="true" />
        {text}
      </p>
      {whyWords && (
        <p class="help">
          {whyWords.message} {whyWords.remedy}
        </p>
      )}
    </div>
  );
}

interface Said {
  readonly tone: keyof typeof icons;
  readonly text: string;
  readonly why: Problem | null;
}

function said({ standing, kept }: DestinationView, now: number, format: TimeFormat): Said {
  const text = words.destinations.standing;
  if (standing.state === "working")
    return kept === "unreadable"
      ? { tone: "stopped", text: text.unreadable, why: problem("target-unreadable") }
      : { tone: "working", text: text.working, why: null };
  const since = momentOf(standing.since, now, format);
  return { tone: standing.state, text: text[standing.state]({ since }), why: standing.why };
}

/** The same in a few words; empty where all is well. */
export function troubleOf(destination: DestinationView, now: number, format: TimeFormat): string {
  const { tone, text } = said(destination, now, format);
  return tone === "working" ? "" : text;
}
