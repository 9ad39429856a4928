import type { DestinationView } from "../../common/destination-view.ts";
import type { Requests } from "../../common/ipc.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { AskedAction } from "../form/asked-action.tsx";
import { Group } from "../form/group.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { momentOf } from "../text/moment.ts";

interface Props {
  readonly destination: DestinationView;
  readonly ask: Pick<Requests["destinations"], "copyKey" | "renewKey">;
  readonly now: number;
  readonly format: TimeFormat;
  readonly say: (text: string) => void;
}

const text = words.destination.key;

/** The key that messages to a URL are signed with; a new one counts beside the one before for a while. */
export function SigningKey({ destination: { id, earlierKeyUntil }, ask, now, format, say }: Props) {
  const { problem, act } = useAct();

  async function copy() {
    const answer = await act(() => ask.copyKey(id));
    if (answer?.ok) say(text.copySaid);
    return answer;
  }

  return (
    <Group title={text.title}>
      <div class="setting">
        <div class="setting-words">
          <p class="help">{text.help}</p>
          <ProblemText problem={problem} />
        </div>
        <CopyButton label={text.copy} done={text.copied} copy={copy} />
      </div>
      <AskedAction
        name={text.name}
        help={
          earlierKeyUntil === null
            ? text.renewHelp
            : text.until({ when: momentOf(earlierKeyUntil, now, format) })
        }
        action={text.action}
        actionName={text.actionName}
        sure={text.sure}
        act={() => ask.renewKey(id)}
        done={() => say(text.done)}
      />
    </Group>
  );
}
