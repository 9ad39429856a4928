import type { MenuItemConstructorOptions } from "electron";
import { healthOf } from "../../common/health.ts";
import type { PauseSpan } from "../../common/setting-choices.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { isRegisteredElsewhere } from "../../common/tunnel.ts";
import type { View } from "../../common/view.ts";
import type { MainWords } from "../../common/words/main.ts";
import { meetingIsOn } from "../bookings/in-meeting.ts";
import { joinableOf, joinText, meetings, meetingText, nextTwo } from "./meetings.ts";

/** What the tray menu can do. */
export interface TrayActions {
  open(): void;
  settings(): void;
  /** Opens the window at that booking. */
  reveal(bookingId: string): void;
  join(bookingId: string): void;
  pause(span: PauseSpan): void;
  present(span: "off" | "hour" | "on"): void;
  copyAddress(): void;
  update(): void;
  /** In the browser. */
  openReleases(): void;
  quit(): void;
}

/** More would make a menu of a list. */
const mostMeetings = 3;

/** The tray's menu for what there is to see now. */
export function trayMenu(view: View, actions: TrayActions, words: MainWords): MenuItemConstructorOptions[] {
  const { tray } = words;
  return [
    ...meetingItems(view, actions, words),
    { label: label(healthLine(view, words)), enabled: false },
    { type: "separator" },
    { label: tray.open, click: actions.open },
    { label: tray.settings, click: actions.settings },
    ...addressItems(view, actions, words),
    pauseItem(view, actions, words),
    presentItem(view, actions, words),
    { type: "separator" },
    ...updateItems(view, actions, words),
    { label: tray.quit, click: actions.quit },
  ];
}

/** What can be joined first, then what is on or follows, each once; of another day when nothing of today is left. */
function meetingItems(view: View, actions: TrayActions, words: MainWords): MenuItemConstructorOptions[] {
  const joinable = joinableOf(view).slice(0, mostMeetings);
  const joins = joinable.map((item) => ({
    id: `join ${item.booking.id}`,
    label: label(joinText(item, view, words)),
    click: () => actions.join(item.booking.id),
  }));
  const today = meetings(view).filter((item) => !joinable.includes(item));
  const { afterToday } = view.agenda;
  const next = afterToday && !afterToday.allDay ? [afterToday] : [];
  const bookings = today.length + joins.length > 0 ? today.map(({ booking }) => booking) : next;
  const reveals = bookings.slice(0, mostMeetings - joins.length).map((booking) => ({
    id: booking.id,
    label: label(meetingText(booking, view, words)),
    click: () => actions.reveal(booking.id),
  }));
  const isOver = today.length + joins.length === 0 && !view.store;
  return [...(isOver ? [{ label: words.tray.nothingLeft, enabled: false }] : []), ...joins, ...reveals];
}

function pauseItem(
  { paused, pausedUntil, format }: View,
  { pause }: TrayActions,
  { tray: words }: MainWords,
): MenuItemConstructorOptions {
  const spans = (["hour", "today", "on"] as const).map((span) => ({
    label: words.pauseFor[span],
    click: () => pause(span),
  }));
  if (!paused) return { label: words.pause, submenu: spans };
  const resume = { label: words.resume, click: () => pause("off") };
  return {
    label: untilText(words.paused, words.pausedUntil, pausedUntil, format),
    submenu: [resume, { type: "separator" }, ...spans],
  };
}

function presentItem(
  view: View,
  { present }: TrayActions,
  { tray: words }: MainWords,
): MenuItemConstructorOptions {
  const spans = (["hour", "on"] as const).map((span) => ({
    label: words.presentFor[span],
    click: () => present(span),
  }));
  if (!view.presenting) return { label: words.present, submenu: spans };
  const show = { label: words.showNames, click: () => present("off") };
  return {
    label: untilText(words.presenting, words.presentingUntil, view.presentingUntil, view.format),
    submenu: [show, { type: "separator" }, ...spans],
  };
}

/** What there is to do about a newer version. */
function updateItems(
  { updates, agenda }: View,
  actions: TrayActions,
  { tray: words }: MainWords,
): MenuItemConstructorOptions[] {
  if (updates.state === "available")
    return [{ label: label(words.newVersion(updates)), click: actions.openReleases }];
  if (updates.state !== "ready") return [];
  return [{ label: label(words.restart(updates)), enabled: !meetingIsOn(agenda), click: actions.update }];
}

/** What the pointer is told over the tray icon: what is wrong, if anything; what is next, and then; else how things are. */
export function trayTooltip(view: View, words: MainWords): string {
  const { tray } = words;
  const health = healthOf(view);
  const next = nextTwo(view).map((booking) => meetingText(booking, view, words));
  const lines = next.length > 0 ? next : [tray.nothingLeft];
  if ("trouble" in health) return [words.problemWords(health.trouble.problem).message, ...next].join("\n");
  const { paused, pausedUntil, format } = view;
  const state = paused
    ? untilText(tray.paused, tray.pausedUntil, pausedUntil, format)
    : healthLine(view, words);
  return [...lines, state].join("\n");
}

/** How a switch is named that is on for good, or ends by itself. */
const untilText = (
  named: string,
  timed: (end: { time: string }) => string,
  until: number | null,
  format: TimeFormat,
): string => (until === null ? named : timed({ time: timeOf(until, format) }));

/** As long as the address waits to be pasted into Timekit; none that Timekit cannot reach is handed out. */
function addressItems(
  view: View,
  actions: TrayActions,
  { tray: words }: MainWords,
): MenuItemConstructorOptions[] {
  const { address, reach, timekit, tunnel } = view;
  if (healthOf(view).level === "not-set-up" && reach.host === null)
    return [{ label: words.setUp, click: actions.open }];
  const isRegistered = timekit.state === "on" && timekit.webhooks.wanted > 0;
  if (reach.host === null || isRegistered || isRegisteredElsewhere(tunnel)) return [];
  if (!address.toCopy && address.copiedHost === reach.host) return [];
  return [{ label: words.copyAddress, click: actions.copyAddress }];
}

function healthLine(view: View, words: MainWords): string {
  const health = healthOf(view);
  if ("trouble" in health) return words.problemWords(health.trouble.problem).message;
  if (health.level !== "receiving" && view.relay.catchingUp === null) return words.tray.checking;
  return view.tunnel.kind === "relay" ? words.receivingText(view) : words.tray.receiving;
}

/** A single ampersand would underline the next letter and vanish. */
const label = (text: string) => text.replaceAll("&", "&&");
