import { Plus, Send } from "lucide-preact";
import { destinationKinds } from "../../common/destinations.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { DestinationRow } from "./destination-row.tsx";
import { fullestFor } from "./draft.ts";
import { Happens } from "./happens.tsx";
import { OpenRow } from "./open-row.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly from: "today" | "settings";
  /** What was opened from here last. */
  readonly back: string | null;
}

/** What happens with a change, and where it can be sent. */
export function DestinationsPage({ state, view, from, back }: Props) {
  const { go, say, ask } = state;
  const destinations = view.destinations.value;
  return (
    <>
      {destinations.length === 0 && <Intro />}
      <Happens state={state} view={view} from={from} back={back} />
      {destinations.length > 0 && (
        <Group title={words.destinations.all}>
          <ul class="lines">
            {destinations.map((destination) => {
              const { id, kind } = destination;
              return (
                <DestinationRow
                  key={id}
                  destination={destination}
                  now={view.now.value}
                  format={view.format.value}
                  focused={back === id}
                  open={() => go({ name: "destination", id, kind, from })}
                  openMessages={() => go({ name: "messages", destination: id, from })}
                  test={() => ask.destinations.test({ id, detail: fullestFor(id, view.rules.value) })}
                  say={say}
                />
              );
            })}
          </ul>
        </Group>
      )}
      <Group title={words.destinations.adding}>
        {destinationKinds.map((kind) => (
          <OpenRow
            key={kind}
            icon={Plus}
            focused={back === kind}
            open={() => go({ name: "destination", id: null, kind, from })}
          >
            <span class="setting-name">{words.destinations.kinds[kind].name}</span>
            <span class="help">{words.destinations.kinds[kind].help}</span>
          </OpenRow>
        ))}
      </Group>
    </>
  );
}

/** What all this is for, while there is none of it. */
const Intro = () => (
  <div class="intro">
    <span class="intro-disc">
      <Send class="icon" aria-hidden="true" />
    </span>
    <div>
      <p class="setting-name">{words.destinations.nothing}</p>
      <p class="help">{words.destinations.intro}</p>
    </div>
  </div>
);
