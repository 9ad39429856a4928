import { CalendarCheck, Unplug } from "lucide-preact";
import type { Booking } from "../../common/booking.ts";
import type { Health } from "../../common/health.ts";
import type { TimeFormat } from "../../common/time.ts";
import type { Remedy, Trouble } from "../../common/trouble.ts";
import { words } from "../../common/words/page.ts";
import { problemWords } from "../../common/words/problems/problems.ts";
import { Logo } from "../parts/logo.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { dayAndTime, titleOf } from "../text/booking-text.ts";

interface Ahead {
  readonly booking: Booking;
  readonly now: number;
  readonly format: TimeFormat;
}

type MaybeAhead = Omit<Ahead, "booking"> & { readonly booking: Booking | null };

export function NothingToday({ booking, now, format }: MaybeAhead) {
  return (
    <section class="empty" aria-labelledby="empty">
      <span class="empty-disc">
        <CalendarCheck class="empty-icon" aria-hidden="true" />
      </span>
      <h2 id="empty" class="empty-title">
        {words.agenda.empty.title}
      </h2>
      {booking && <AfterToday booking={booking} now={now} format={format} />}
    </section>
  );
}

/** While bookings cannot be kept: what is not known is not free. */
export function NotKnown() {
  return (
    <section class="empty" aria-labelledby="empty">
      <h2 id="empty" class="empty-title">
        {words.agenda.notKnown.title}
      </h2>
      <p class="soft">{words.agenda.notKnown.text}</p>
    </section>
  );
}

/** Under a list in which everything is struck out. */
export function AllOff({ booking, now, format }: MaybeAhead) {
  return (
    <div class="all-off">
      <p>{words.agenda.empty.allOff}</p>
      {booking && <AfterToday booking={booking} now={now} format={format} />}
    </div>
  );
}

function AfterToday({ booking, now, format }: Ahead) {
  return (
    <p class="ahead">
      <span class="soft">{words.agenda.nextAfterToday}</span>
      <span class="ahead-when">{dayAndTime(booking, now, format)}</span>
      <span class="ahead-who">
        <UntrustedText text={titleOf(booking)} />
      </span>
    </p>
  );
}

/** Nothing has come yet: when it will, or why it cannot. */
export function NoneYet({ health, mend }: { health: Health | null; mend: (remedy: Remedy) => void }) {
  if (health?.level === "not-set-up") return <NotSetUp trouble={health.trouble} mend={mend} />;
  return (
    <section class="empty" aria-labelledby="empty">
      <span class="empty-disc">
        <Logo class="empty-icon" />
      </span>
      <h2 id="empty" class="empty-title">
        {words.agenda.noneYet.title}
      </h2>
      {health?.level === "receiving" && <p class="soft empty-text">{words.agenda.noneYet.text}</p>}
    </section>
  );
}

function NotSetUp({ trouble, mend }: { trouble: Trouble; mend: (remedy: Remedy) => void }) {
  const { remedy } = trouble;
  const said = problemWords(trouble.problem);
  return (
    <section class="empty" aria-labelledby="empty">
      <span class="empty-disc empty-disc-caution">
        <Unplug class="empty-icon" aria-hidden="true" />
      </span>
      <h2 id="empty" class="empty-title">
        {said.message}
      </h2>
      <p class="soft empty-text">{said.remedy}</p>
      {remedy && (
        <button type="button" class="button button-main" onClick={() => mend(remedy)}>
          {words.health.actions[remedy]}
        </button>
      )}
    </section>
  );
}
