import type { Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { AgendaItem } from "../../common/agenda.ts";
import type { Booking } from "../../common/booking.ts";
import type { Confirming } from "../../common/confirming.ts";
import { type BookingAction, statusAfter } from "../../common/host-actions.ts";
import type { Answer, Requests } from "../../common/ipc.ts";
import type { Status } from "../../common/status.ts";
import { words } from "../../common/words/page.ts";
import { useAct } from "../parts/use-act.ts";
import type { WantedAct } from "../state/page-state.ts";
import { isJoinable } from "./joinable.ts";

/** What asking about any booking needs. */
export interface Asking {
  readonly ask: Pick<
    Requests["bookings"],
    "act" | "confirm" | "undo" | "join" | "contact" | "copy" | "openPage"
  >;
  /** What its service can be asked to do to it. */
  readonly actionsOf: (booking: Booking) => readonly BookingAction[];
  /** Where else a request can be answered, as its service is not connected; null = here, or nowhere. */
  readonly elsewhere: (booking: Booking) => Elsewhere | null;
  readonly say: (text: string) => void;
  /** What is to be done about a booking at once, until that has begun. */
  readonly wanted: Signal<WantedAct | null>;
  readonly confirming: Signal<readonly Confirming[]>;
}

/** At its service itself, or here once that is connected. */
export interface Elsewhere {
  readonly service: string;
  /** It is known where. */
  readonly hasPage: boolean;
  readonly connect: () => void;
}

/** An outcome holds as long as the booking is what it was made. */
interface Done {
  readonly text: string;
  readonly status: Status;
}

export type Acts = ReturnType<typeof useActs>;

/** What is done about one booking, and what came of it; `listens` = it may be told from elsewhere what to do. */
export function useActs(item: AgendaItem, asking: Asking, listens: boolean) {
  const { booking, off } = item;
  const { id } = booking;
  const { busy, problem, act } = useAct();
  /** What the customer is asked to be told with. */
  const [question, setQuestion] = useState<Exclude<BookingAction, "confirm"> | null>(null);
  /** The host that main asks about before it opens the meeting. */
  const [unknownHost, setUnknownHost] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const actions = asking.actionsOf(booking);
  const canJoin = isJoinable(item);
  const isAsked = booking.status === "asked";
  const confirming = (isAsked && asking.confirming.value.find((one) => one.id === id)) || null;
  const wanted = asking.wanted.value;
  useEffect(() => {
    // A booking of several days has several rows: the first of them does it.
    if (!listens || wanted?.id !== id || asking.wanted.peek() !== wanted) return;
    asking.wanted.value = null;
    if (wanted.act === "join" && canJoin) void join();
    if (wanted.act === "join") return;
    // What was confirmed is undone first: it would be sent while something else is asked about.
    if (!actions.includes(wanted.act) || (confirming && confirming.state !== "failed")) return;
    if (wanted.act === "confirm") void confirm();
    else setQuestion(wanted.act);
  }, [listens, wanted]);

  function came(text: string, status: Status) {
    setQuestion(null);
    setUnknownHost(null);
    setDone({ text, status });
    asking.say(text);
  }
  async function request(made: () => Promise<Answer<null>>, text: string, status: Status) {
    setDone(null);
    if ((await act(made))?.ok) came(text, status);
  }
  async function join(agreed: string | null = null) {
    setDone(null);
    const answer = await act(() => asking.ask.join({ id, agreed }));
    if (!answer?.ok) return;
    if (answer.value === null) came(words.acting.opened, booking.status);
    else setUnknownHost(answer.value);
  }
  async function confirm() {
    setQuestion(null);
    setDone(null);
    if ((await act(() => asking.ask.confirm(id)))?.ok) asking.say(words.acting.confirmingSaid);
  }

  return {
    busy,
    problem: problem ?? (confirming?.state === "failed" ? confirming.problem : null),
    question,
    setQuestion,
    unknownHost,
    setUnknownHost,
    outcome: done?.status === booking.status && !off ? done.text : "",
    actions,
    elsewhere: asking.elsewhere(booking),
    openPage: () => act(() => asking.ask.openPage(id)),
    canJoin,
    join,
    /** How far it is; null while nothing was confirmed, or what was could not be. */
    confirming: confirming?.state === "failed" ? null : (confirming?.state ?? null),
    confirm,
    undo: async () => {
      const answer = await act(() => asking.ask.undo(id));
      if (answer?.ok) asking.say(answer.value ? words.acting.undone : words.acting.tooLate);
    },
    answer(action: Exclude<BookingAction, "confirm">, message = "") {
      const status = statusAfter[action];
      const asked = () => asking.ask.act({ id, action, message });
      return request(asked, words.acting[status], status);
    },
    email: () => act(() => asking.ask.contact({ id, by: "mail" })),
    async copy() {
      if ((await act(() => asking.ask.copy(id)))?.ok) asking.say(words.booking.copySaid);
    },
  };
}
