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
import { AnswerForm } from "./answer-form.tsx";
import { titleOf } from "./booking-text.ts";

interface Props {
  readonly state: PageState;
  readonly item: AgendaItem;
  readonly now: number;
  readonly format: TimeFormat;
  /** Tab stops at the buttons. */
  readonly reachable: boolean;
  /** Offers also what is seldom wanted. */
  readonly full?: boolean;
}

/** An outcome holds as long as the booking is what it was made. */
interface Done {
  readonly text: string;
  readonly status: Status;
}

/** What the host can do about a booking at once, and what came of it. */
export function BookingActions({ state, item, now, format, reachable, full = false }: Props) {
  const { booking } = item;
  const { busy, problem, act } = useAct();
  const [asking, setAsking] = useState<"decline" | "cancel" | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const holder = useRow(booking.id);
  const asked = booking.status === "asked" && !item.off;
  const connected = state.view.value?.timekit.value.state === "on";
  const answerable = asked && connected;
  const canCancel = full && connected && booking.status === "confirmed" && !item.off;
  const canJoin = !item.off && !asked && joinLinkOf(booking) !== null;
  const outcome = done?.status === booking.status && !item.off ? done.text : "";
  if (!answerable && !canJoin && !canCancel && !outcome && !problem) return null;

  async function ask(request: () => Promise<Answered>, text: string, status: Status) {
    setDone(null);
    if (!(await act(request))) return;
    setAsking(null);
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
  const end = (action: "decline" | "cancel", message: string) => {
    const done = action === "decline" ? "declined" : "cancelled";
    return ask(() => state.actOnBooking({ id: booking.id, action, message }), words.acting[done], done);
  };

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
      {asking && (answerable || canCancel) && (
        <AnswerForm
          action={asking}
          who={titleOf(booking)}
          busy={busy}
          send={(message) => void end(asking, message)}
          leave={() => setAsking(null)}
        />
      )}
      {!asking && (answerable || canJoin || canCancel) && (
        <div class="buttons">
          {answerable && button(words.acting.confirm, "button-main", () => void confirm())}
          {answerable && button(words.acting.decline, "", () => setAsking("decline"))}
          {canJoin && button(words.acting.join, primary, () => void join())}
          {canCancel && button(words.acting.cancel, "", () => setAsking("cancel"))}
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
