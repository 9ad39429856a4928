import { CircleCheck } from "lucide-preact";
import type { VNode } from "preact";
import type { OutgoingLine } from "../../common/destination-view.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Group } from "../form/group.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { MessageLine } from "./message-line.tsx";
import { StandingText } from "./standing.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly destination: string;
}

const text = words.messages;

/** What waits for one destination, and what was given up. */
export function MessagesPage({ state, view, destination: id }: Props) {
  const { ask, say } = state;
  const destination = view.destinations.value.find((one) => one.id === id);
  const [now, format] = [view.now.value, view.format.value];
  const { answer, again } = useAsked(() => ask.destinations.messages(id), [destination]);
  const holder = useFocusKept<HTMLDivElement>();
  if (!answer) return <Skeleton rows={4} />;
  if (!answer.ok) return <Failed problem={answer.error} again={again} />;

  const list = (state: OutgoingLine["state"]) => answer.value.filter((line) => line.state === state);
  async function retry() {
    const tried = await ask.destinations.retry(id);
    return tried.ok ? ({ ok: true, value: text.retried } as const) : tried;
  }

  return (
    <div ref={holder}>
      {destination && list("waiting").length > 0 && (
        <Group title={text.next}>
          <ActionRow
            name={text.waits({ count: destination.waiting })}
            help=""
            say={say}
            actions={[{ label: text.retry, name: text.retry, run: retry }]}
          />
          <div class="target-more target-first">
            <StandingText destination={destination} now={now} format={format} />
          </div>
        </Group>
      )}
      {answer.value.length === 0 && <Empty icon={CircleCheck} {...text.empty} />}
      {(["given-up", "waiting"] as const).map((which) => (
        <Lines
          key={which}
          title={which === "waiting" ? text.waiting : text.givenUp}
          lines={list(which)}
          draw={(line) => (
            <MessageLine
              key={line.seq}
              line={line}
              now={now}
              format={format}
              sendAgain={() => ask.destinations.sendAgain(line.seq)}
              drop={() => ask.destinations.drop(line.seq)}
              done={(said) => {
                say(said);
                again();
              }}
            />
          )}
        />
      ))}
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly OutgoingLine[];
  readonly draw: (line: OutgoingLine) => VNode;
}

function Lines({ title, lines, draw }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Group title={title}>
      <ol class="lines">{lines.map(draw)}</ol>
    </Group>
  );
}
