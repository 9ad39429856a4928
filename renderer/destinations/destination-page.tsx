import { SearchX } from "lucide-preact";
import { useState } from "preact/hooks";
import type { DestinationView } from "../../common/destination-view.ts";
import type { DestinationKind } from "../../common/destinations.ts";
import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { AskedAction } from "../form/asked-action.tsx";
import { Group } from "../form/group.tsx";
import { LinkRow } from "../form/link-row.tsx";
import { Empty } from "../parts/empty.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { DestinationForm } from "./destination-form.tsx";
import { fullestFor } from "./draft.ts";
import { HowTo } from "./how-to.tsx";
import { SigningKey } from "./signing-key.tsx";
import { StandingText } from "./standing.tsx";
import { TestBar } from "./test-bar.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  /** Null for a new one. */
  readonly id: string | null;
  readonly kind: DestinationKind;
  readonly from: "today" | "settings";
}

/** One destination: what it is called, its address, whether it works, and its end. */
export function DestinationPage({ state, view, id, kind, from }: Props) {
  const { ask, say, go } = state;
  const [saves, setSaves] = useState(0);
  const destination = view.destinations.value.find((one) => one.id === id) ?? null;
  if (id !== null && !destination) return <Empty icon={SearchX} {...words.destination.gone} />;
  // Of a new one it is not known yet how it can be kept; how Bookbell's own address is kept tells.
  const kept = (destination ?? view.address.value).kept;

  function saved(savedId: string) {
    setSaves(saves + 1);
    say(id === null ? words.destination.added : words.destination.saved);
    if (id === null) go({ name: "destination", id: savedId, kind, from });
  }

  return (
    <>
      {destination && (
        <Status state={state} view={view} destination={destination} from={from} saves={saves} />
      )}
      <Group title={words.destinations.kinds[kind].name}>
        <DestinationForm
          // Nothing that was typed outlives its saving.
          key={saves}
          kind={kind}
          destination={destination}
          offerPlain={kept === "plain" || kept === "session"}
          save={ask.destinations.save}
          saved={saved}
        />
        {destination && <Kept destination={destination} />}
      </Group>
      <HowTo kind={kind} />
      {destination?.kind === "url" && (
        <SigningKey
          destination={destination}
          ask={ask.destinations}
          now={view.now.value}
          format={view.format.value}
          say={say}
        />
      )}
      {destination && <Ending state={state} view={view} destination={destination} from={from} />}
    </>
  );
}

/** How its address is kept, and that what is sent there can be read on the way. */
function Kept({ destination: { kept, isOpen } }: { destination: DestinationView }) {
  const open = isOpen && words.problemWords(problem("target-open"));
  return (
    <>
      {open && (
        <p class="note note-caution">
          {open.message} <span class="soft">{open.remedy}</span>
        </p>
      )}
      {words.destination.kept[kept] && <p class="setting help">{words.destination.kept[kept]}</p>}
    </>
  );
}

interface PartProps extends Omit<Props, "id" | "kind"> {
  readonly destination: DestinationView;
}

/** Whether it works, and what is sent there. */
function Status({ state, view, destination, from, saves }: PartProps & { saves: number }) {
  const { ask, say, go } = state;
  const { id } = destination;
  const [now, format] = [view.now.value, view.format.value];
  const rules = view.rules.value;
  const messages = words.destinations.messages(destination);
  const ofIt = rules.filter((rule) => rule.destination === id).length;
  return (
    <Group title={words.destination.status}>
      <div class="target-more target-first">
        <StandingText destination={destination} now={now} format={format} />
        <p class="help">{words.destination.testHelp}</p>
        <TestBar
          destination={destination}
          test={() => ask.destinations.test({ id, detail: fullestFor(id, rules) })}
          say={say}
          saves={saves}
        />
      </div>
      <LinkRow
        name={words.destinations.happens.add}
        help={words.destination.rulesHelp({ count: ofIt })}
        onClick={() => go({ name: "rule", id: null, destination: id, from })}
      />
      {messages && (
        <LinkRow
          name={words.destination.messages}
          help={messages}
          onClick={() => go({ name: "messages", destination: id, from })}
        />
      )}
    </Group>
  );
}

function Ending({ state, view, destination: { id, waiting }, from }: PartProps) {
  const { sure, done, ...rest } = words.destination.remove;
  const rules = view.rules.value.filter(({ destination }) => destination === id).length;
  return (
    <div class="group group-card">
      <AskedAction
        {...rest}
        sure={sure({ rules, waiting })}
        act={() => state.ask.destinations.remove(id)}
        done={() => {
          state.say(done);
          state.go({ name: "destinations", from, back: null });
        }}
      />
    </div>
  );
}
