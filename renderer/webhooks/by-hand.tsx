import { ChevronRight } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import { type Graph, graphNames, graphs } from "../../common/timekit.ts";
import { words } from "../../common/words/page.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { nativeName } from "../text/native-name.ts";

interface Props {
  /** Copies the address for a state of a graph. */
  readonly copy: (which: { graph: Graph; state: string }) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
  readonly open?: boolean;
}

/** For Timekit's own webhook page: what to click there, and the address to paste for each state. */
export function ByHand({ copy, say, open = false }: Props) {
  const [graph, choose] = useState<Graph>("instant");
  const { problem, act } = useAct();
  const id = useId();

  async function copyFor(wanted: string) {
    const answer = await act(() => copy({ graph, state: wanted }));
    if (answer?.ok) say(words.webhooks.copySaid({ state: nativeName(wanted) }));
    return answer;
  }

  return (
    <details class="group-card by-hand" open={open}>
      <summary class="setting">
        <span class="setting-words setting-name">{words.webhooks.byHand}</span>
        <ChevronRight class="icon" aria-hidden="true" />
      </summary>
      <ol class="steps">
        {words.webhooks.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div class="setting">
        <label class="setting-name" for={id}>
          {words.webhooks.graph}
        </label>
        <select
          id={id}
          class="field select"
          value={graph}
          onChange={(event) => choose(event.currentTarget.value as Graph)}
        >
          {graphNames.map((name) => (
            <option key={name} value={name}>
              {words.webhooks.graphs[name]}
            </option>
          ))}
        </select>
      </div>
      <ul class="states" aria-label={words.webhooks.states({ graph: words.webhooks.graphs[graph] })}>
        {graphs[graph].map((each) => (
          <li key={`${graph} ${each}`} class="setting state">
            <span class="setting-words">{nativeName(each)}</span>
            <CopyButton
              label={words.webhooks.copy}
              done={words.webhooks.copied}
              name={words.webhooks.copyFor({
                graph: words.webhooks.graphs[graph],
                state: nativeName(each),
              })}
              copy={() => copyFor(each)}
            />
          </li>
        ))}
      </ul>
      <ProblemText problem={problem} />
    </details>
  );
}
