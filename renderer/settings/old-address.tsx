import type { Tally } from "../../common/delivery.ts";
import type { Answer } from "../../common/ipc.ts";
import type { AddressView } from "../../common/view.ts";
import { AskedAction } from "../form/asked-action.tsx";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { momentOf } from "../text/moment.ts";

interface Asked {
  readonly name: string;
  readonly action: string;
  readonly actionName: string;
  readonly sure: string;
  readonly done: string;
}

interface Props {
  readonly view: ViewSignals;
  readonly address: AddressView;
  /** What came over the one before, if that is known. */
  readonly came: Tally | null;
  readonly renew: Asked & { readonly help: string };
  readonly end: Asked & {
    readonly untilNone: (until: { when: string }) => string;
    readonly untilCame: (until: { when: string; count: number; last: string }) => string;
  };
  readonly renewAddress: () => Promise<Answer<unknown>>;
  readonly endOldAddress: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** Makes a new address; while the one before still counts, until when that is, what comes over it, and its end. */
export function OldAddress({ view, address, came, renew, end, renewAddress, endOldAddress, say }: Props) {
  const { oldUntil } = address;
  const holder = useFocusKept<HTMLDivElement>();
  const moment = (at: number) => momentOf(at, view.now.value, view.format.value);
  // Two of them: what is asked about one must not be answered for the other.
  return (
    <div class="group-part" ref={holder}>
      {oldUntil === null ? (
        <AskedAction key="renew" {...renew} act={renewAddress} done={() => say(renew.done)} />
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
