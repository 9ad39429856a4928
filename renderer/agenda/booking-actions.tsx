import type { Signal } from "@preact/signals";
import { Video } from "lucide-preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AgendaItem } from "../../common/agenda.ts";
import type { Booking } from "../../common/booking.ts";
import { type BookingAction, noMessageOf, statusAfter } from "../../common/host-actions.ts";
import type { Answer, Requests } from "../../common/ipc.ts";
import { isSoon } from "../../common/join-link.ts";
import { serviceOf } from "../../common/sources.ts";
import type { Status } from "../../common/status.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { titleOf, titleSaid } from "../text/booking-text.ts";
import { AnswerForm } from "./answer-form.tsx";
import { JoinQuestion } from "./join-question.tsx";

/** What asking about any booking needs. */
export interface Asking {
  readonly ask: Pick<Requests["bookings"], "act" | "join">;
  /** What its service can be asked to do to it. */
  readonly actionsOf: (booking: Booking) => readonly BookingAction[];
  readonly say: (text: string) => void;
}

interface Props extends Asking {
  readonly item: AgendaItem;
  readonly now: number;
  readonly format: TimeFormat;
  /** Tab stops at the buttons. */
  readonly reachable: boolean;
  /** Offers also what is seldom wanted, and joins this booking once it is the one to join. */
  readonly full?: { readonly joining: Signal<string | null> };
}

/** An outcome holds as long as the booking is what it was made. */
interface Done {
  readonly text: string;
  readonly status: Status;
}

/** What the host can do about a booking at once, and what came of it. */
export function BookingActions(props: Props) {
  const { item, now, format, reachable, full } = props;
  const { booking, join: host } = item;
  const { busy, problem, act } = useAct();
  const [asking, setAsking] = useState<Exclude<BookingAction, "confirm"> | null>(null);
  /** The host that main asks about before it opens the meeting. */
  const [unknownHost, setUnknownHost] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const holder = useRow(booking.id);
  // Calling off what is on is seldom wanted.
  const actions = props.actionsOf(booking).filter((one) => one !== "cancel" || full);
  const canJoin = !item.off && booking.status !== "asked" && host !== null;
  const outcome = done?.status === booking.status && !item.off ? done.text : "";
  const wanted = full?.joining.value === booking.id;
  useEffect(() => {
    if (!full || !wanted) return;
    full.joining.value = null;
    void join();
  }, [wanted]);
  if (actions.length === 0 && !canJoin && !outcome && !problem) return null;

  function came(text: string, status: Status) {
    setAsking(null);
    setUnknownHost(null);
    setDone({ text, status });
    props.say(text);
  }
  async function ask(request: () => Promise<Answer<null>>, text: string, status: Status) {
    setDone(null);
    if ((await act(request))?.ok) came(text, status);
  }
  async function join(agreed: string | null = null) {
    setDone(null);
    const answer = await act(() => props.ask.join({ id: booking.id, agreed }));
    if (!answer?.ok) return;
    if (answer.value === null) came(words.acting.opened, booking.status);
    else setUnknownHost(answer.value);
  }
  const answer = (action: BookingAction, message = "") => {
    const done = statusAfter[action];
    return ask(() => props.ask.act({ id: booking.id, action, message }), words.acting[done], done);
  };

  const time = booking.start === null || booking.allDay ? "" : timeOf(booking.start, format);
  const meeting = { who: titleSaid(booking), time };
  const button = (which: BookingAction | "join", kind: string, press: () => void) => (
    <button
      type="button"
      class={`button ${kind}`}
      aria-label={words.acting.named[which]({ ...meeting, host: host ?? "" })}
      aria-disabled={busy}
      tabIndex={reachable ? 0 : -1}
      onClick={() => !busy && press()}
    >
      {which === "join" && <Video class="icon" aria-hidden="true" />}
      {which === "join" ? words.acting.join({ host: host ?? "" }) : words.acting[which]}
    </button>
  );
  // Joining stands out when it is time.
  const primary = isSoon(booking, now) ? "button-main" : "";
  return (
    <div class="booking-actions" ref={holder}>
      {asking && actions.includes(asking) && (
        <AnswerForm
          action={asking}
          who={titleOf(booking)}
          service={words.sources[serviceOf(booking)]}
          missing={noMessageOf(booking, asking)}
          busy={busy}
          send={(message) => void answer(asking, message)}
          leave={() => setAsking(null)}
        />
      )}
      {unknownHost && canJoin && (
        <JoinQuestion
          host={unknownHost}
          busy={busy}
          open={() => void join(unknownHost)}
          leave={() => setUnknownHost(null)}
        />
      )}
      {!asking && !unknownHost && (actions.length > 0 || canJoin) && (
        <div class="buttons">
          {actions.includes("confirm") && button("confirm", "button-main", () => void answer("confirm"))}
          {actions.includes("decline") && button("decline", "", () => setAsking("decline"))}
          {canJoin && button("join", primary, () => void join())}
          {actions.includes("cancel") && button("cancel", "", () => setAsking("cancel"))}
        </div>
      )}
      <Outcome text={outcome} />
      <ProblemText problem={problem} />
    </div>
  );
}

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
