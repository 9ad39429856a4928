import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import { problem as problemOf } from "../../common/problems.ts";
import { type Graph, graphNames } from "../../common/timekit.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Group } from "../form/group.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { useAsked } from "../parts/use-asked.ts";
import type { Connected } from "../text/connection.ts";

interface Props {
  readonly webhooks: Connected["webhooks"];
  /** Another computer of the team has Timekit post to the relay. */
  readonly elsewhere: boolean;
  readonly register: (graphs: Graph[]) => Promise<Answer<unknown>>;
  /** Those that the projects of the account are booked by; none = that is not known. */
  readonly used: () => Promise<Answer<readonly Graph[]>>;
  readonly say: (text: string) => void;
}

/** Which webhooks Timekit has of this computer, and what is to be done about them. */
export const Webhooks = (props: Props) => (
  <Group title={words.webhooks.title}>{props.elsewhere ? <Left {...props} /> : <Wanted {...props} />}</Group>
);

/** Those that lead to an address of this computer's own do nothing more once there is a relay. */
function Left({ webhooks, register, say }: Props) {
  async function remove(): Promise<Answer<string>> {
    const answer = await register([]);
    return answer.ok ? { ok: true, value: words.webhooks.done } : answer;
  }
  const { end } = words.webhooks;
  const actions = webhooks.registered > 0 ? [{ label: end, name: end, run: remove }] : [];
  return (
    <ActionRow
      name={words.tunnel.relay.registersElsewhere}
      help={actions.length > 0 ? words.webhooks.left({ count: webhooks.registered }) : ""}
      problem={webhooks.problem}
      say={say}
      actions={actions}
    />
  );
}

/** All of them until some are chosen: what is not ticked is never heard of. */
const ofAll = ({ graphs }: Props["webhooks"]) => (graphs.length > 0 ? graphs : graphNames);

/** The graphs that Timekit is to tell of, and the one button that has them registered. */
function Wanted({ webhooks, used, register, say }: Props) {
  const [wanted, want] = useState<readonly Graph[]>(ofAll(webhooks));
  useEffect(() => want(ofAll(webhooks)), [webhooks.graphs.join()]);
  const { answer } = useAsked(used, []);
  const missing = answer?.ok ? answer.value.filter((graph) => !wanted.includes(graph)) : [];
  const { busy, problem, act } = useAct();

  async function update() {
    if ((await act(() => register([...wanted])))?.ok) say(words.webhooks.done);
  }

  return (
    <>
      <fieldset class="checks">
        <legend class="help">{words.webhooks.help}</legend>
        {graphNames.map((graph) => (
          <label key={graph} class="check">
            <input
              type="checkbox"
              checked={wanted.includes(graph)}
              onChange={() => want(graphNames.filter((each) => wanted.includes(each) !== (each === graph)))}
            />
            <span>{words.webhooks.graphs[graph]}</span>
          </label>
        ))}
        {missing.length > 0 && (
          <p class="missing">
            {words.webhooks.missing({ graphs: missing.map((graph) => words.webhooks.graphs[graph]) })}
          </p>
        )}
      </fieldset>
      <div class="setting">
        <div class="setting-words">
          <p class="help">{countOf(webhooks)}</p>
          {webhooks.stale && <ProblemText problem={problemOf("webhooks-stale")} />}
          <ProblemText problem={problem ?? webhooks.problem} />
        </div>
        <button
          type="button"
          class="button button-main"
          disabled={wanted.length === 0 && webhooks.graphs.length === 0}
          aria-disabled={busy}
          onClick={() => void update()}
        >
          {busy ? words.webhooks.busy : actionOf(wanted, webhooks)}
        </button>
      </div>
    </>
  );
}

function countOf({ registered, wanted }: Props["webhooks"]): string {
  return wanted === 0 ? words.webhooks.none : words.webhooks.registered({ count: registered, wanted });
}

function actionOf(wanted: readonly Graph[], { graphs }: Props["webhooks"]): string {
  if (graphs.length === 0) return words.webhooks.register;
  return wanted.length === 0 ? words.webhooks.end : words.webhooks.update;
}
