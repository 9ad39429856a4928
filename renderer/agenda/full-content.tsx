import { Video } from "lucide-preact";
import { words } from "../../common/words/page.ts";
import { tagsOf } from "../text/booking-text.ts";
import { ActsBelow, isAsking } from "./acts-below.tsx";
import { Answers } from "./answers.tsx";
import { Circle } from "./circle.tsx";
import { isJoinableSoon } from "./joinable.ts";
import { namedAct } from "./named-act.ts";
import { QuickActions } from "./quick-actions.tsx";
import type { RowProps } from "./row-shell.tsx";
import { RowTime } from "./row-time.tsx";
import { RowTitle } from "./row-title.tsx";
import { SecondLine } from "./second-line.tsx";
import { Tags } from "./tags.tsx";
import { type Asking, useActs } from "./use-acts.ts";

interface Props extends RowProps {
  readonly asking: Asking;
  /** Says how long it is until it begins. */
  readonly counted: boolean;
  /** There is time for what is only seen under the pointer or with the focus. */
  readonly settled: boolean;
}

/** A booking in two lines: when, who, what about and where. */
export function FullContent({ asking, counted, settled, ...row }: Props) {
  const { item, day, now, format, marked, fresh, current } = row;
  const { booking } = item;
  const acts = useActs(item, asking, true);
  const soon = isJoinableSoon(item, now);
  const until =
    booking.start === null ? "" : words.spans.countdown(booking.start, now) || words.agenda.starting;
  return (
    <>
      <RowTime booking={booking} day={day} format={format} />
      <Circle booking={booking} />
      <div class="row-text">
        <div class="row-top">
          <RowTitle item={item} fresh={fresh} />
          <Tags tags={tagsOf(item, format, marked)} />
          {counted && <span class="row-count">{until}</span>}
        </div>
        <SecondLine item={item} day={day} now={now} format={format} reachable={current} open={row.open} />
        <Answers item={item} acts={acts} format={format} reachable={current} />
        <ActsBelow booking={booking} acts={acts} />
      </div>
      {!isAsking(acts) && (
        <div class="row-side">
          {settled && (
            <QuickActions item={item} acts={acts} format={format} reachable={current} joins={soon} />
          )}
          {soon && (
            <button
              type="button"
              class="button button-main row-join"
              aria-label={namedAct("join", item, format)}
              aria-disabled={acts.busy}
              tabIndex={current ? 0 : -1}
              onClick={() => !acts.busy && void acts.join()}
            >
              <Video class="icon" aria-hidden="true" />
              {words.acting.joinSoon}
            </button>
          )}
        </div>
      )}
    </>
  );
}
