import type { MenuItemConstructorOptions } from "electron";
import type { AgendaItem } from "../../common/agenda.ts";
import { whoOf } from "../../common/booking.ts";
import { healthOf } from "../../common/health.ts";
import { oneLine } from "../../common/text.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import type { View } from "../../common/view.ts";
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
    ...(coming.length === 0 && !view.store ? [{ label: "Nothing left today", enabled: false }] : []),
    { label: label(healthLine(view)), enabled: false },
    { type: "separator" },
    { label: "Open Bookbell", click: actions.open },
    { label: "Settings…", click: actions.settings },
    addressItem(view, actions),
    {
      label: switchLabel("Pause notifications", "Paused", view.paused, view.pausedUntil, view.format),
      type: "checkbox",
      checked: view.paused,
      click: () => actions.setPaused(!view.paused),
    },
    ...(view.paused
      ? []
      : [
          { label: "Pause for 1 hour", click: () => actions.pauseFor("hour") },
          { label: "Pause until tomorrow", click: () => actions.pauseFor("today") },
        ]),
    {
      label: switchLabel(
        "Presenting: hide names",
        "Names hidden",
        view.presenting,
        view.presentingUntil,
        view.format,
      ),
      type: "checkbox",
      checked: view.presenting,
      click: () => actions.setPresenting(view.presenting ? "off" : "on"),
    },
    ...(view.presenting
      ? []
      : [{ label: "Hide names for 1 hour", click: () => actions.setPresenting("hour") }]),
    { type: "separator" },
    ...updateItems(view, actions),
    { label: "Quit Bookbell", click: actions.quit },
  ];
}

/** What there is to do about a newer version. */
function updateItems({ updates, agenda }: View, actions: TrayActions): MenuItemConstructorOptions[] {
  if (updates.state === "available")
    return [{ label: `See what is new in ${label(updates.version)}`, click: actions.openReleases }];
  if (updates.state !== "ready") return [];
  const restart = `Restart to update to ${label(updates.version)}`;
  return [{ label: restart, enabled: !meetingIsOn(agenda), click: actions.update }];
}

/** What the pointer is told over the tray icon: first what is wrong, if anything, then what is next. */
export function trayTooltip(view: View): string {
  const health = healthOf(view);
  const next = nextMeeting(view);
  const paused = view.paused ? " (notifications paused)" : "";
  if ("trouble" in health)
    return [health.trouble.problem.message, ...(next ? [meeting(next, view)] : [])].join("\n");
  return `${next ? meeting(next, view) : "Bookbell: nothing left today"}${paused}`;
}

/** How a switch is named while it is off or on for good, and while it ends by itself. */
const switchLabel = (named: string, timed: string, on: boolean, until: number | null, format: TimeFormat) =>
  on && until !== null ? `${timed} until ${timeOf(until, format)}` : named;

/** No address that Timekit cannot reach is handed out here. */
function addressItem(view: View, actions: TrayActions): MenuItemConstructorOptions {
  if (healthOf(view).level === "not-set-up") return { label: "Finish setting up…", click: actions.open };
  if (view.reach.host === null) return { label: "No address for Timekit yet", enabled: false };
  return { label: "Copy address for Timekit", click: actions.copyAddress };
}

function healthLine(view: View): string {
  const health = healthOf(view);
  if ("trouble" in health) return health.trouble.problem.message;
  return health.level === "receiving" ? "Receiving" : "Checking…";
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
  const at = phase === "now" ? "Now" : timeOf(booking.start ?? 0, format);
  return `${at} ${oneLine(whoOf(booking) || "Booking", 50)}`;
}

/** A single ampersand would underline the next letter and vanish. */
const label = (text: string) => text.replaceAll("&", "&&");
