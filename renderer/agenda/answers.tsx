import type { AgendaItem } from "../../common/agenda.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { isAsking } from "./acts-below.tsx";
import { ConfirmingLine } from "./confirming-line.tsx";
import { named, namedAct } from "./named-act.ts";
import type { Acts } from "./use-acts.ts";

interface Props {
  readonly item: AgendaItem;
  readonly acts: Acts;
  readonly format: TimeFormat;
  /** Tab stops at them. */
  readonly reachable: boolean;
}

/** What the host can answer to a request, or where else; what was confirmed a moment ago can be taken back. */
export function Answers(props: Props) {
  const { acts } = props;
  const holder = useFocusKept<HTMLDivElement>();
  const isAnswered = acts.actions.includes("confirm") || acts.confirming !== null;
  return (
    // There also while it is empty: what has the focus in it would else be gone with it.
    <div class="row-answers" ref={holder}>
      {isAsking(acts) ? null : isAnswered ? <Here {...props} /> : acts.elsewhere && <There {...props} />}
    </div>
  );
}

function Here({ item, acts, format, reachable }: Props) {
  if (acts.confirming)
    return <ConfirmingLine item={item} acts={acts} format={format} reachable={reachable} />;
  const button = (which: "confirm" | "decline", kind: string, label: string, press: () => void) => (
    <button
      type="button"
      class={`button ${kind}`}
      aria-label={namedAct(which, item, format)}
      aria-disabled={acts.busy}
      tabIndex={reachable ? 0 : -1}
      onClick={() => !acts.busy && press()}
    >
      {label}
    </button>
  );
  return (
    <div class="buttons">
      {button("confirm", "button-main", words.acting.confirm, () => void acts.confirm())}
      {button("decline", "", words.acting.declineOpen, () => acts.setQuestion("decline"))}
    </div>
  );
}

/** At its service, or after connecting that. */
function There({ item, acts, format, reachable }: Props) {
  const { elsewhere } = acts;
  if (!elsewhere) return null;
  const { service, hasPage, connect } = elsewhere;
  const label = hasPage ? words.acting.answerIn({ service }) : words.acting.connect({ service });
  return (
    <div class="buttons">
      <button
        type="button"
        class="button"
        aria-label={named(label, item, format)}
        aria-disabled={acts.busy}
        tabIndex={reachable ? 0 : -1}
        onClick={() => !acts.busy && (hasPage ? void acts.openPage() : connect())}
      >
        {label}
      </button>
    </div>
  );
}
