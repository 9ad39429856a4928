import type { MenuItemConstructorOptions } from "electron";
import type { AgendaItem } from "../../common/agenda.ts";
import { whoOf } from "../../common/booking.ts";
import { healthOf } from "../../common/health.ts";
import { oneLine } from "../../common/text.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import type { View } from "../../common/view.ts";
import { problemWords } from "../../common/words/problems/problems.ts";
import { receivingText } from "../../common/words/receiving.ts";
import { tray as words } from "../../common/words/tray.ts";
import { meetingIsOn } from "../bookings/agenda.ts";

/** What the tray menu can do. */
export interface TrayActions {
  open(): void;
  settings(): void;
  /** Opens the window at that booking. */
  reveal(bookingId: string): void;
  setPaused(paused: boolean): void;
  pauseFor(span: "hour" | "today"): void;
  setPresenting(choice: "off" | "hour" | "on"): void;
  copyAddress(): void;
  update(): void;
  /** In the browser. */
  openReleases(): void;
  quit(): void;
}

/** More would make a menu of a list. */
const mostMeetings = 3;

/** The tray's menu for what there is to see now. */
export function trayMenu(view: View, actions: TrayActions): MenuItemConstructorOptions[] {
  const coming = meetings(view).slice(0, mostMeetings);
  return [
    ...coming.map((item) => ({
      id: item.booking.id,
      label: label(meeting(item, view)),
      click: () => actions.reveal(item.booking.id),
    })),
    ...(coming.length === 0 && !view.store ? [{ label: words.nothingLeft, enabled: false }] : []),
    { label: label(healthLine(view)), enabled: false },
    { type: "separator" },
    { label: words.open, click: actions.open },
    { label: words.settings, click: actions.settings },
    addressItem(view, actions),
    {
      label: switchLabel(words.pause, words.pausedUntil, view.paused ? view.pausedUntil : null, view.format),
      type: "checkbox",
      checked: view.paused,
      click: () => actions.setPaused(!view.paused),
    },
    ...(view.paused
      ? []
      : [
          { label: words.pauseHour, click: () => actions.pauseFor("hour") },
          { label: words.pauseToday, click: () => actions.pauseFor("today") },
        ]),
    {
      label: switchLabel(
        words.present,
        words.presentingUntil,
        view.presenting ? view.presentingUntil : null,
        view.format,
      ),
      type: "checkbox",
      checked: view.presenting,
      click: () => actions.setPresenting(view.presenting ? "off" : "on"),
    },
    ...(view.presenting ? [] : [{ label: words.presentHour, click: () => actions.setPresenting("hour") }]),
    { type: "separator" },
    ...updateItems(view, actions),
    { label: words.quit, click: actions.quit },
  ];
}

/** What there is to do about a newer version. */
function updateItems({ updates, agenda }: View, actions: TrayActions): MenuItemConstructorOptions[] {
  if (updates.state === "available")
    return [{ label: label(words.newVersion(updates)), click: actions.openReleases }];
  if (updates.state !== "ready") return [];
  return [{ label: label(words.restart(updates)), enabled: !meetingIsOn(agenda), click: actions.update }];
}

/** What the pointer is told over the tray icon: first what is wrong, if anything, then what is next. */
export function trayTooltip(view: View): string {
  const health = healthOf(view);
  const next = nextMeeting(view);
  if ("trouble" in health)
    return [problemWords(health.trouble.problem).message, ...(next ? [meeting(next, view)] : [])].join("\n");
  const { nothingLeft, nothingLeftPaused, nextPaused } = words.tooltip;
  if (!next) return view.paused ? nothingLeftPaused : nothingLeft;
  return view.paused ? nextPaused({ meeting: meeting(next, view) }) : meeting(next, view);
}

/** How a switch is named while it is off or on for good, and while it ends by itself. */
function switchLabel(
  named: string,
  timed: (end: { time: string }) => string,
  until: number | null,
  format: TimeFormat,
): string {
  return until === null ? named : timed({ time: timeOf(until, format) });
}

/** No address that Timekit cannot reach is handed out here. */
function addressItem(view: View, actions: TrayActions): MenuItemConstructorOptions {
  if (healthOf(view).level === "not-set-up") return { label: words.setUp, click: actions.open };
  if (view.reach.host === null) return { label: words.noAddress, enabled: false };
  return { label: words.copyAddress, click: actions.copyAddress };
}

function healthLine(view: View): string {
  const health = healthOf(view);
  if ("trouble" in health) return problemWords(health.trouble.problem).message;
  if (health.level !== "receiving" && view.relay.catchingUp === null) return words.checking;
  return view.tunnel.kind === "relay" ? receivingText(view) : words.receiving;
}

/** What is on first, then what follows. */
const meetings = ({ agenda: { items } }: View): AgendaItem[] =>
  items.filter(({ booking, off }) => !off && !booking.allDay);

/** What is next, else what is on. */
function nextMeeting(view: View): AgendaItem | undefined {
  const all = meetings(view);
  return all.find(({ phase }) => phase !== "now") ?? all[0];
}

function meeting({ booking, phase }: AgendaItem, { format }: View): string {
  const who = oneLine(whoOf(booking) || words.untitled, 50);
  return phase === "now"
    ? words.meetingNow({ who })
    : words.meetingAt({ time: timeOf(booking.start ?? 0, format), who });
}

/** A single ampersand would underline the next letter and vanish. */
const label = (text: string) => text.replaceAll("&", "&&");
