import { useEffect, useState } from "preact/hooks";
import { dayKey } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { BackHeader } from "../chrome/back-header.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Screen } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { dayInList, dayName } from "../text/date-text.ts";
import { BookingBody } from "./booking-body.tsx";
import { BookingMenu } from "./booking-menu.tsx";
import { DayWalk } from "./day-walk.tsx";
import { useBookingKeys } from "./use-booking-keys.ts";
import { useDetail } from "./use-detail.ts";
import type { Begin } from "./use-reaching.ts";
import { useWalk } from "./use-walk.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly screen: Extract<Screen, { name: "booking" }>;
  readonly back: () => void;
}

/** All that is known of one booking, what happened to it, and what can be done. Whoever opens it has seen it. */
export function BookingPage({ state, view, screen, back }: Props) {
  const { id } = screen;
  const format = view.format.value;
  const today = dayKey(view.now.value, format.zone);
  const { known, fault, again } = useDetail(state, view, id);
  const [begin, setBegin] = useState<Begin | null>(null);
  useEffect(() => void state.ask.activity.markSeen(id), [id]);
  const booking = known?.item.booking ?? null;
  const start = booking?.start ?? null;
  const date = booking?.allDay ? booking.allDay.first : start === null ? null : dayKey(start, format.zone);
  const walk = useWalk(state, view, screen, date);
  useBookingKeys({ state, booking, walk, snooze: () => setBegin("snooze") });

  const title = date ? (dayName(date, today) ?? dayInList(date, today, format)) : words.booking.title;
  return (
    <>
      <BackHeader title={title} focused back={back}>
        <DayWalk walk={walk} />
        {known && !fault && <BookingMenu state={state} view={view} known={known} begin={setBegin} />}
      </BackHeader>
      <main class="content">
        {fault && <Failed problem={fault} again={again} />}
        {!fault && !known && <Skeleton rows={4} card />}
        {!fault && known && (
          <BookingBody
            key={known.item.booking.id}
            state={state}
            view={view}
            known={known}
            begin={begin}
            begun={() => setBegin(null)}
            show={(other) => state.go({ ...screen, id: other })}
            back={back}
          />
        )}
      </main>
    </>
  );
}
