import {
  Activity,
  ALargeSmall,
  Bell,
  BellOff,
  CalendarDays,
  Check,
  Copy,
  Eye,
  EyeOff,
  Inbox,
  Keyboard,
  type LucideIcon,
  RefreshCw,
  Search,
  Settings,
  Video,
  X,
} from "lucide-preact";
import type { Booking } from "../../common/booking.ts";
import type { PauseSpan } from "../../common/setting-choices.ts";
import { snoozeTimes } from "../../common/snooze.ts";
import { timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { joinable } from "../agenda/joinable.ts";
import { copyAddress, hasPublicAddress } from "../chrome/copy-address.tsx";
import type { PageState } from "../state/page-state.ts";
import { resizeText } from "../state/resize-text.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { titleOf } from "../text/booking-text.ts";
import { isMac } from "../text/shortcut.ts";
import type { Command } from "./command.ts";
import { answer, toAnswer, toSnooze } from "./target.ts";

const named = words.palette.commands;

/** With the key that this computer's shortcuts begin with. */
const held = (key: string) => `${isMac() ? "Command" : "Control"}+${key}`;

/** Without what cannot be done now. */
type Offered = Command | false | undefined;

function command(
  id: string,
  [title, also]: readonly string[],
  icon: LucideIcon,
  run: () => unknown,
  keys = "",
): Command {
  return { id, title: title ?? "", also: also ?? "", icon, keys, run: () => void run() };
}

/** What can be done now, the likeliest first. `focused` = the booking whose row had the focus. */
export function commandsOf(state: PageState, view: ViewSignals, focused: string | null): readonly Command[] {
  const { ask, attempt, go } = state;
  const all: readonly Offered[] = [
    ...bookingCommands(state, view, focused),
    command("today", named.today(), CalendarDays, () => toToday(state), "T"),
    ...pauseCommands(state, view),
    ...nameCommands(state, view),
    command("requests", named.requests(), Inbox, () => go({ name: "requests" })),
    command("search", named.search(), Search, () => go({ name: "search" }), held("F")),
    command("activity", named.activity(), Activity, () => state.goToActivity("everything"), "A"),
    command("settings", named.settings(), Settings, () => go({ name: "settings", field: null }), held(",")),
    hasPublicAddress(view) && command("copy", named.copy(), Copy, () => copyAddress(state)),
    view.timekit.value.state === "on" &&
      command("check", named.check(), RefreshCw, () => attempt(ask.timekit.catchUp())),
    command("larger", named.larger(), ALargeSmall, () => resizeText(state, 1), held("Plus")),
    command("smaller", named.smaller(), ALargeSmall, () => resizeText(state, -1), held("-")),
    command("normal", named.normal(), ALargeSmall, () => resizeText(state, 0), held("0")),
    command("keys", named.keys(), Keyboard, () => go({ name: "keys", from: "today" }), "?"),
  ];
  return all.filter((one) => one !== undefined && one !== false);
}

function bookingCommands(state: PageState, view: ViewSignals, focused: string | null): readonly Offered[] {
  const who = (booking: Booking) => ({ who: titleOf(booking) });
  const join = joinable(view.agenda.value.items, view.now.value)?.booking;
  const snooze = toSnooze(state, view, focused)?.booking;
  const answers = (["confirm", "decline"] as const).map((act): Offered => {
    const booking = toAnswer(state, view, act, focused)?.booking;
    const icon = act === "confirm" ? Check : X;
    const run = () => booking && answer(state, booking.id, act, focused);
    return booking && command(act, named[act](who(booking)), icon, run, act === "confirm" ? "C" : "D");
  });
  return [
    join && command("join", named.join(who(join)), Video, () => joinIt(state, join.id), "J"),
    snooze && command("snooze", named.snooze(who(snooze)), Bell, () => openSnooze(state, snooze.id), "S"),
    ...answers,
  ];
}

function pauseCommands({ ask, attempt }: PageState, { paused }: ViewSignals): readonly Offered[] {
  const pause = (span: PauseSpan) => () => attempt(ask.settings.setPaused(span));
  return [
    paused.value && command("resume", named.resume(), Bell, pause("off"), "P"),
    command("pause-hour", named.pauseHour(), BellOff, pause("hour"), paused.value ? "" : "P"),
    command("pause-today", named.pauseToday(), BellOff, pause("today")),
    command("pause-on", named.pauseOn(), BellOff, pause("on")),
  ];
}

function nameCommands({ ask, attempt }: PageState, { presenting }: ViewSignals): readonly Offered[] {
  const present = (span: "off" | "hour" | "on") => () => attempt(ask.settings.setPresenting(span));
  if (presenting.value) return [command("show", named.show(), Eye, present("off"), held("Shift+P"))];
  return [
    command("hide-hour", named.hideHour(), EyeOff, present("hour")),
    command("hide", named.hide(), EyeOff, present("on"), held("Shift+P")),
  ];
}

/** For how long the reminder of that booking can be put off. */
export function snoozeCommands(state: PageState, view: ViewSignals, booking: Booking): readonly Command[] {
  return snoozeTimes(booking, view.now.value).map(({ choice, at }) => {
    const title = choice === "start" ? named.snoozeToStart() : named.snoozeFor({ minutes: choice });
    const run = async () => {
      const answer = await state.attempt(state.ask.bookings.snooze({ id: booking.id, choice }));
      if (answer.ok) state.say(words.booking.snoozed({ time: timeOf(at, view.format.value) }));
    };
    return command(`snooze ${choice}`, title, Bell, run);
  });
}

/** Asks for how long that booking's reminder is to be put off. */
export function openSnooze(state: PageState, id: string): void {
  state.palette.value = { list: "snooze", id };
}

/** Shows today, with the focus on its first booking. */
export function toToday({ go, diary }: PageState): void {
  go({ name: "today" });
  diary.goTo(diary.today.peek(), true);
}

/** Joins a booking of today, in its row. */
export function joinIt({ go, diary, wanted }: PageState, id: string): void {
  go({ name: "today" });
  if (diary.shown.peek() !== diary.today.peek()) diary.goTo(diary.today.peek());
  wanted.value = { id, act: "join" };
}
