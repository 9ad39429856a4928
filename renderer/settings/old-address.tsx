import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { AskedAction } from "../form/asked-action.tsx";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { momentOf } from "../text/moment.ts";

interface Props {
  readonly view: ViewSignals;
  readonly renewAddress: () => Promise<Answer<unknown>>;
  readonly endOldAddress: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** Makes a new address; while the one before still counts, until when that is, what comes over it, and its end. */
export function OldAddress({ view, renewAddress, endOldAddress, say }: Props) {
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
          act={renewAddress}
          done={() => say(renew.done)}
        />
      ) : (
        <AskedAction
          key="end"
          {...end}
          help={
            came
              ? end.untilCame({ when: moment(oldUntil), count: came.count, last: moment(came.last) })
              : end.untilNone({ when: moment(oldUntil) })
          }
          act={endOldAddress}
          done={() => say(end.done)}
        />
      )}
    </div>
  );
}

function isRegistered({ timekit }: ViewSignals): boolean {
  return timekit.value.state === "on" && timekit.value.webhooks.wanted > 0;
}
