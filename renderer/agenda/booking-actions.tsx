import { Video } from "lucide-preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Status } from "../../common/booking.ts";
import { isSoon, joinLinkOf } from "../../common/join-link.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import type { AgendaItem } from "../../common/view.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";
import { titleOf } from "./booking-text.ts";
import { DeclineForm } from "./decline-form.tsx";

interface Props {
  readonly state: PageState;
  readonly item: AgendaItem;
  readonly now: number;
  readonly format: TimeFormat;
  /** Tab stops at the buttons. */
  readonly reachable: boolean;
}

/** An outcome holds as long as the booking is what it was made. */
interface Done {
  readonly text: string;
  readonly status: Status;
}

/** What the host can do about a booking at once, and what came of it. */
export function BookingActions({ state, item, now, format, reachable }: Props) {
  const { booking } = item;
  const { busy, problem, act } = useAct();
  const [declining, setDeclining] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const holder = useRow(booking.id);
  const asked = booking.status === "asked" && !item.off;
  const answerable = asked && state.view.value?.timekit.value.state === "on";
  const canJoin = !item.off && !asked && joinLinkOf(booking) !== null;
  const outcome = done?.status === booking.status && !item.off ? done.text : "";
  if (!answerable && !canJoin && !outcome && !problem) return null;

  async function ask(request: () => Promise<Answered>, text: string, status: Status) {
    setDone(null);
    if (!(await act(request))) return;
    setDeclining(false);
    setDone({ text, status });
    state.say(text);
  }
  const join = () => ask(() => state.joinBooking(booking.id), words.acting.opened, booking.status);
  const confirm = () =>
    ask(
      () => state.actOnBooking({ id: booking.id, action: "confirm", message: "" }),
      words.acting.confirmed,
      "confirmed",
    );
  const decline = (message: string) =>
    ask(
      () => state.actOnBooking({ id: booking.id, action: "decline", message }),
      words.acting.declined,
      "declined",
    );

  const time = booking.start === null || booking.allDay ? "" : timeOf(booking.start, format);
  const button = (label: string, kind: string, press: () => void) => (
    <button
      type="button"
      class={`button ${kind}`}
      aria-label={words.acting.named(label, titleOf(booking), time)}
      aria-disabled={busy}
      tabIndex={reachable ? 0 : -1}
      onClick={() => !busy && press()}
    >
      {label === words.acting.join && <Video class="icon" aria-hidden="true" />}
      {label}
    </button>
  );
  // Joining stands out when it is time.
  const primary = isSoon(booking, now) ? "button-main" : "";
  return (
    <div class="acting" ref={holder}>
      {answerable && declining && (
        <DeclineForm
          who={titleOf(booking)}
          busy={busy}
          decline={(message) => void decline(message)}
          cancel={() => setDeclining(false)}
        />
      )}
      {!declining && (answerable || canJoin) && (
        <div class="buttons">
          {answerable && button(words.acting.confirm, "button-main", () => void confirm())}
          {answerable && button(words.acting.decline, "", () => setDeclining(true))}
          {canJoin && button(words.acting.join, primary, () => void join())}
        </div>
      )}
      <Outcome text={outcome} />
      <ProblemText problem={problem} />
    </div>
  );
}

type Answered = Awaited<ReturnType<PageState["joinBooking"]>>;

/** A button that leaves with the focus on it hands it to the booking's row. */
function useRow(id: string) {
  const holder = useRef<HTMLDivElement>(null);
  // Read while rendering: once the button is gone, so is the trace of its focus.
  const focused = holder.current?.contains(document.activeElement) ? document.activeElement : null;
  useLayoutEffect(() => {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"]`)?.focus();
  });
  return holder;
}
