import { useEffect } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { ActsBelow } from "../agenda/acts-below.tsx";
import { askingOf } from "../agenda/asking.ts";
import { JoinQuestion } from "../agenda/join-question.tsx";
import { useActs } from "../agenda/use-acts.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { titleOf } from "../text/booking-text.ts";
import { BookingTop } from "./booking-top.tsx";
import { FactsCard } from "./facts-card.tsx";
import { ForgetQuestion } from "./forget-question.tsx";
import { History } from "./history.tsx";
import { PrimaryAction } from "./primary-action.tsx";
import { Tiles } from "./tiles.tsx";
import type { Known } from "./use-detail.ts";
import { type Begin, useReaching } from "./use-reaching.ts";
import { WhenCard } from "./when-card.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly known: Known;
  /** What its menu or a key has told it to do, until that has begun. */
  readonly begin: Begin | null;
  readonly begun: () => void;
  /** Shows another booking in its place. */
  readonly show: (id: string) => void;
  readonly back: () => void;
}

/** Who, when, the one thing that is most likely wanted, what else can be done, and what is known. */
export function BookingBody({ state, view, known, begin, begun, show, back }: Props) {
  const { item, kept, detail } = known;
  const { booking } = item;
  const now = view.now.value;
  const format = view.format.value;
  const asking = askingOf(state, view);
  const acts = useActs(item, kept ? asking : { ...asking, actionsOf: () => [], elsewhere: () => null }, true);
  const reaching = useReaching(state, booking, back);
  useEffect(() => {
    if (begin === null || begin === "snooze") return;
    begun();
    reaching.begin(begin);
  }, [begin]);
  return (
    <article class="booking" aria-label={words.booking.title} tabIndex={-1}>
      <BookingTop booking={booking} />
      <WhenCard detail={detail} now={now} format={format} show={show} />
      <PrimaryAction item={item} acts={acts} format={format} />
      <ActsBelow booking={booking} acts={acts} />
      <Tiles
        state={state}
        booking={booking}
        now={now}
        format={format}
        reaching={reaching}
        snoozing={begin === "snooze"}
        begun={begun}
      />
      {reaching.forgetting && (
        <ForgetQuestion
          who={titleOf(booking)}
          yes={reaching.forget}
          no={() => reaching.setForgetting(false)}
        />
      )}
      <Outcome text={reaching.outcome} />
      <ProblemText problem={reaching.problem} />
      {reaching.unknownLink && (
        <JoinQuestion
          host={reaching.unknownLink.host}
          busy={reaching.busy}
          open={() => void reaching.openLink(reaching.unknownLink?.link ?? "", reaching.unknownLink?.host)}
          leave={() => reaching.setUnknownLink(null)}
        />
      )}
      <FactsCard item={item} reaching={reaching} />
      <History
        history={detail.history}
        now={now}
        format={format}
        why={() => state.goToActivity("everything", item.booking.id)}
      />
    </article>
  );
}
