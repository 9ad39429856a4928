import { Bell, Mail, Phone } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { Booking } from "../../common/booking.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Menu } from "../parts/menu.tsx";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Reaching } from "./use-reaching.ts";
import { useSnooze } from "./use-snooze.ts";

interface Props {
  readonly state: PageState;
  readonly booking: Booking;
  readonly now: number;
  readonly format: TimeFormat;
  readonly reaching: Reaching;
  /** A key opens the choice of how long. */
  readonly snoozing: boolean;
  readonly begun: () => void;
}

/** What is often wanted, side by side: only what is possible stands there. */
export function Tiles({ state, booking, now, format, reaching, snoozing, begun }: Props) {
  const { customer } = booking;
  const snooze = useSnooze(state, booking, now, format);
  const canSnooze = snooze.choices.length > 0;
  useEffect(() => {
    // Else it would open by itself once there is something to choose.
    if (snoozing && !canSnooze) begun();
  }, [snoozing, canSnooze]);
  return (
    <>
      <div class="tiles">
        {customer?.email && (
          <button type="button" class="tile" onClick={() => reaching.contact("mail")}>
            <Mail class="icon" aria-hidden="true" />
            {words.booking.email}
          </button>
        )}
        {customer?.phone && (
          <button type="button" class="tile" onClick={() => reaching.contact("call")}>
            <Phone class="icon" aria-hidden="true" />
            {words.booking.call}
          </button>
        )}
        {canSnooze && (
          <Menu
            items={snooze.choices.map((choice) => ({
              label: words.booking.snoozes({ choice }),
              icon: Bell,
              choose: () => void snooze.putOff(choice),
            }))}
            label={words.booking.snooze}
            kind="tile"
            keys="S"
            opened={snoozing}
            onOpened={begun}
          >
            <Bell class="icon" aria-hidden="true" />
            {words.booking.snooze}
          </Menu>
        )}
        <CopyButton kind="tile" label={words.booking.copy} done={words.booking.copied} copy={reaching.copy} />
      </div>
      <Outcome text={snooze.outcome} />
      <ProblemText problem={snooze.problem} />
    </>
  );
}
