import { Video } from "lucide-preact";
import type { AgendaItem } from "../../common/agenda.ts";
import type { BookingAction } from "../../common/host-actions.ts";
import { isSoon } from "../../common/join-link.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { ActsBelow, isAsking } from "./acts-below.tsx";
import { namedAct } from "./named-act.ts";
import { type Asking, useActs } from "./use-acts.ts";

interface Props extends Asking {
  readonly item: AgendaItem;
  readonly now: number;
  readonly format: TimeFormat;
}

/** What the host can do about a booking, on its own page. */
export function BookingActions({ item, now, format, ...asking }: Props) {
  const acts = useActs(item, asking, true);
  const { actions, canJoin, busy } = acts;
  if (actions.length === 0 && !canJoin && !acts.outcome && !acts.problem) return null;

  const button = (which: BookingAction | "join", kind: string, press: () => void) => (
    <button
      type="button"
      class={`button ${kind}`}
      aria-label={namedAct(which, item, format)}
      aria-disabled={busy}
      onClick={() => !busy && press()}
    >
      {which === "join" && <Video class="icon" aria-hidden="true" />}
      {which === "join" ? words.acting.join({ host: item.join ?? "" }) : words.acting[which]}
    </button>
  );
  // Joining stands out when it is time.
  const primary = isSoon(item.booking, now) ? "button-main" : "";
  return (
    <div class="booking-actions">
      {!isAsking(acts) && (actions.length > 0 || canJoin) && (
        <div class="buttons">
          {actions.includes("confirm") && button("confirm", "button-main", () => void acts.answer("confirm"))}
          {actions.includes("decline") && button("decline", "", () => acts.setQuestion("decline"))}
          {canJoin && button("join", primary, () => void acts.join())}
          {actions.includes("cancel") && button("cancel", "", () => acts.setQuestion("cancel"))}
        </div>
      )}
      <ActsBelow booking={item.booking} acts={acts} />
    </div>
  );
}
