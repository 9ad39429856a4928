import { momentOf } from "../parts/moment.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { AskedAction } from "./asked-action.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** Makes a new address; while the one before still counts, until when that is, what comes over it, and its end. */
export function OldAddress({ state, view }: Props) {
  const { oldUntil } = view.address.value;
  const { renew, end } = words.address;
  const holder = useFocusKept<HTMLDivElement>();
  const moment = (at: number) => momentOf(at, view.now.value, view.format.value);
  const came = view.tallies.value.oldAddress;
  // Two of them: what is asked about one must not be answered for the other.
  return (
    <div class="group-part" ref={holder}>
      {oldUntil === null ? (
        <AskedAction
          key="renew"
          {...renew}
          sure={isRegistered(view) ? renew.sureRegistered : renew.sureByHand}
          act={() => state.ask.address.renew()}
          done={() => state.say(renew.done)}
        />
      ) : (
        <AskedAction
          key="end"
          {...end}
          help={end.until(moment(oldUntil), came ? end.came(came.count, moment(came.last)) : end.noneCame)}
          act={() => state.ask.address.endOld()}
          done={() => state.say(end.done)}
        />
      )}
    </div>
  );
}

function isRegistered({ timekit }: ViewSignals): boolean {
  return timekit.value.state === "on" && timekit.value.webhooks.wanted > 0;
}
