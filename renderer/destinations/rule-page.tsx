import { SearchX } from "lucide-preact";
import { useState } from "preact/hooks";
import { type DestinationKind, type DetailLevel, detailLevels } from "../../common/destinations.ts";
import { words } from "../../common/words/page.ts";
import { AskedAction } from "../form/asked-action.tsx";
import { Group } from "../form/group.tsx";
import { Options } from "../form/options.tsx";
import { Empty } from "../parts/empty.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Chosen } from "./chosen.tsx";
import { askOf, type Draft, draftOf, freshDraft } from "./draft.ts";
import { Kinds } from "./kinds.tsx";
import { RulePreview } from "./rule-preview.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  /** Null for a new one. */
  readonly id: string | null;
  /** Where a new one leads. */
  readonly destination: string | null;
  readonly from: "today" | "settings";
}

/** Which changes go to one destination, and what that would have been. Nothing counts before it is saved. */
export function RulePage({ state, view, id, destination, from }: Props) {
  const { ask, say, go } = state;
  const destinations = view.destinations.value;
  const rule = view.rules.value.find((one) => one.id === id);
  const [draft, setDraft] = useState(() =>
    rule
      ? draftOf(rule)
      : freshDraft(destination ?? (destinations.length === 1 ? (destinations[0]?.id ?? null) : null)),
  );
  const { busy, problem, act } = useAct();
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  if (id !== null && !rule)
    return (
      <main class="content">
        <Empty icon={SearchX} {...words.rules.gone} />
      </main>
    );

  const target = destinations.find((one) => one.id === draft.destination);
  const whole = askOf(draft);
  const leave = (back: string | null) => go({ name: "destinations", from, back });

  async function save() {
    const answer = whole && (await act(() => ask.destinations.saveRule(whole)));
    if (!answer?.ok) return;
    say(words.rules.saved);
    leave(answer.value);
  }

  return (
    <>
      <main class="content">
        <Kinds value={draft.kinds} change={(kinds) => change({ kinds })} />
        <Group title={words.rules.which}>
          <Chosen
            name={words.rules.projects}
            help={words.rules.projectsHelp}
            none={words.rules.noProjects}
            list={() => ask.bookings.projects()}
            value={draft.projects}
            change={(projects) => change({ projects })}
          />
          <Chosen
            name={words.rules.hosts}
            help={words.rules.hostsHelp}
            none={words.rules.noHosts}
            list={() => ask.destinations.hosts()}
            value={draft.hosts}
            change={(hosts) => change({ hosts })}
          />
        </Group>
        <Group title={words.rules.to}>
          <Options
            label={words.rules.to}
            options={destinations.map(({ id: value, label, host, lastFour }) => ({
              value,
              name: <UntrustedText text={label} />,
              help: words.destinations.at({ host, lastFour }),
            }))}
            value={draft.destination}
            choose={(chosen) => change({ destination: chosen })}
          />
        </Group>
        <Group title={words.rules.detail}>
          <Options
            label={words.rules.detail}
            options={levelsOf(target?.kind, draft.detail).map((value) => ({
              value,
              ...words.rules.details[value],
            }))}
            value={draft.detail}
            choose={(detail) => change({ detail })}
          />
        </Group>
        <RulePreview
          draft={draft}
          ask={ask.destinations}
          now={view.now.value}
          format={view.format.value}
          say={say}
        />
        {rule && (
          <div class="group group-card">
            <AskedAction
              {...words.rules.remove}
              act={() => ask.destinations.removeRule(rule.id)}
              done={() => {
                say(words.rules.remove.done);
                leave(null);
              }}
            />
          </div>
        )}
      </main>
      <footer class="actions">
        {target && <p class="leaves">{words.destinations.leaves({ host: target.host })}</p>}
        <ProblemText problem={problem} />
        <button
          type="button"
          class="button button-main button-wide"
          disabled={!whole}
          aria-disabled={busy}
          onClick={() => void save()}
        >
          {words.rules.save}
        </button>
      </footer>
    </>
  );
}

/** A workflow takes no more than names. */
const levelsOf = (kind: DestinationKind | undefined, chosen: DetailLevel) =>
  detailLevels.filter((level) => kind !== "workflow" || level !== "everything" || level === chosen);
