import type { AgendaItem } from "../../common/agenda.ts";
import { words } from "../../common/words/page.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { titleOf, titleSaid } from "../text/booking-text.ts";

interface Props {
  readonly item: AgendaItem;
  readonly fresh: boolean;
}

/** Whose booking it is: the button that its row is pressed by. */
export function RowTitle({ item: { booking, off, others }, fresh }: Props) {
  return (
    <p class="row-title">
      {fresh && <span class="fresh" title={words.agenda.fresh} />}
      <button
        type="button"
        class="row-open"
        aria-label={words.booking.open({ who: titleSaid(booking) })}
        tabIndex={-1}
      >
        <UntrustedText text={titleOf(booking)} struck={off} />
      </button>
      {others > 0 && <span class="soft row-more"> {words.agenda.more({ count: others })}</span>}
    </p>
  );
}
