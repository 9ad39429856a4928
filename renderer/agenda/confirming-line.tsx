import { Check } from "lucide-preact";
import type { AgendaItem } from "../../common/agenda.ts";
import { undoMs } from "../../common/confirming.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { namedAct } from "./named-act.ts";
import type { Acts } from "./use-acts.ts";

interface Props {
  readonly item: AgendaItem;
  readonly acts: Acts;
  readonly format: TimeFormat;
  readonly reachable: boolean;
}

/** A request that was confirmed a moment ago: not yet sent, on its way, or confirmed indeed. */
export function ConfirmingLine({ item, acts, format, reachable }: Props) {
  const { confirming, busy, undo } = acts;
  if (confirming === "sent")
    return (
      <p class="confirming confirming-sent">
        <Check class="icon" aria-hidden="true" />
        {words.acting.confirmed}
      </p>
    );
  return (
    <div class="confirming">
      <p class="confirming-text">{words.acting.confirming}</p>
      {confirming === "waiting" && (
        <>
          <button
            type="button"
            class="button"
            aria-label={namedAct("undo", item, format)}
            aria-disabled={busy}
            tabIndex={reachable ? 0 : -1}
            onClick={() => !busy && void undo()}
          >
            {words.acting.undo}
          </button>
          <span class="confirming-bar" style={{ animationDuration: `${undoMs}ms` }} aria-hidden="true" />
        </>
      )}
    </div>
  );
}
