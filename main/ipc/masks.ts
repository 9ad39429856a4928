import type { Answered, Forgotten } from "../../common/delivery.ts";
import type { AskName, OutputOf } from "../../common/ipc.ts";
import type { Graph } from "../../common/timekit.ts";
import type { AddressReach } from "../../common/tunnel.ts";
import { maskedBooking, maskedItem, maskedMessage } from "../bookings/masked.ts";
import { maskedSettings, maskedView, nameless } from "../view/masked-view.ts";

/** Answers that can hold nothing of a booking. */
type Bare = null | boolean | number | Answered | Forgotten | AddressReach | readonly Graph[];

/** Asks whose answers may: each has a mask, or this file does not compile. */
type Telling = { [Name in AskName]: OutputOf<Name> extends Bare ? never : Name }[AskName];

/** What is left of each answer while others see the screen. What a user copies or saves is not on it, and stays whole. */
const masks: { readonly [Name in Telling]: (output: OutputOf<Name>) => OutputOf<Name> } = {
  "window.view": maskedView,
  "settings.change": maskedSettings,
  "settings.setHotkey": maskedSettings,
  "timekit.resources": (resources) => resources.map(nameless),
  // It is never shown then.
  "fullScreen.view": () => null,
  "bookings.get": (detail) =>
    detail && {
      ...detail,
      booking: maskedBooking(detail.booking),
      join: detail.join && "",
      clash: detail.clash && { ...detail.clash, other: maskedBooking(detail.clash.other) },
    },
  "bookings.days": (stretch) => ({
    ...stretch,
    days: stretch.days.map((day) => ({ ...day, items: day.items.map(maskedItem) })),
  }),
  "bookings.requests": (days) => days.map((day) => ({ ...day, items: day.items.map(maskedItem) })),
  // Colours tell of projects.
  "bookings.dots": (days) => days.map((day) => ({ ...day, projects: day.projects.map(() => null) })),
  "bookings.search": ({ bookings, more }) => ({ bookings: bookings.map(maskedBooking), more }),
  // Whoever is to agree to a host has to see it.
  "bookings.join": (host) => host,
  "bookings.openLink": (host) => host,
  "activity.list": ({ lines, more }) => ({
    lines: lines.map((line) =>
      line.kind === "change" ? { ...line, booking: maskedBooking(line.booking) } : line,
    ),
    more,
  }),
  "bookings.projects": (projects) => projects.map(nameless),
  // Of the team and its server it tells, of no booking.
  "tunnel.openInvitation": (relay) => relay,
  "tunnel.copyRelayKey": (key) => key,
  "destinations.save": (saved) => saved,
  "destinations.saveRule": (id) => id,
  "destinations.test": (tested) => tested,
  "destinations.hosts": (hosts) => hosts.map(nameless),
  // What it would look like is drawn of a booking that nobody made.
  "destinations.preview": (preview) => ({ ...preview, latest: [] }),
  "destinations.messages": (lines) =>
    lines.map(({ message, ...line }) => ({ ...line, message: maskedMessage(message) })),
  "deliveries.list": ({ lines, more }) => ({ lines: lines.map((line) => ({ ...line, who: "" })), more }),
  "deliveries.get": (delivery) => delivery && { ...delivery, who: "", body: "" },
};

/** The answer to that ask as others may see it. */
export function maskedAnswer<Name extends AskName>(name: Name, output: OutputOf<Name>): OutputOf<Name> {
  const mask = (masks as Readonly<Record<string, unknown>>)[name] as
    | ((output: OutputOf<Name>) => OutputOf<Name>)
    | undefined;
  return mask ? mask(output) : output;
}
