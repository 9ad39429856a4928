import { answerLimits, type FormAnswer, type Party, type Person } from "../../../common/booking.ts";
import type { Status } from "../../../common/status.ts";
import type { Facts } from "../../bookings/facts.ts";
import { instantOf, knownZone } from "../timekit/time.ts";
import { type Place, placeOf } from "./location.ts";
import type { CalendlyDelivery, Invitee } from "./payload.ts";
import { bookingIdOf, lastPartOf } from "./uris.ts";

/** What a delivery tells of the booking that is one invitee's part in one event. */
export function factsOf({ created_by, payload }: CalendlyDelivery): Facts {
  const { scheduled_event: event, old_invitee, new_invitee } = payload;
  const place = placeOf(payload);
  const { isOff, reason } = endOf(payload);
  const answers = answersOf(payload, reason, place);
  const times = timesOf(payload);
  const host = hostOf(payload, created_by);
  const project = lastPartOf(event?.event_type ?? "");
  const createdAt = instantOf(payload.created_at, "UTC");
  const [replaces, replacedBy] = [bookingIdOf(old_invitee), isOff ? bookingIdOf(new_invitee) : null];
  return {
    standing: standingOf(payload),
    ...(times && { times }),
    ...(event && {
      texts: {
        subject: event.name.trim(),
        place: place.place,
        description: event.meeting_notes_plain.trim(),
      },
    }),
    ...(answers.length > 0 && { answers }),
    customers: customersOf(payload, place),
    ...(host && { host }),
    ...(event && project && { project: { id: project, name: event.name.trim() } }),
    ...seatOf(payload),
    ...(replaces && { replaces }),
    ...(replacedBy && { replacedBy }),
    ...(createdAt !== null && { createdAt }),
  };
}

const canceled = "canceled";

/** An event that its host cancels ends for all of its invitees. */
function endOf({ status, cancellation, scheduled_event: event }: Invitee) {
  const isOff = status === canceled || event?.status === canceled;
  const told = isOff ? (cancellation ?? event?.cancellation) : undefined;
  return { isOff, reason: told?.reason.trim() ?? "", by: told?.canceler_type ?? "" };
}

const parties: Readonly<Record<string, Party>> = { host: "host", invitee: "customer" };

/** Only the host marks a no-show, afterwards: it is shown, and nobody is told of it. */
function standingOf(payload: Invitee): Facts["standing"] {
  const { isOff, by } = endOf(payload);
  const [status, state] = isOff
    ? offOf(payload)
    : payload.status === "active"
      ? (["confirmed", payload.no_show ? "no-show" : "active"] as const)
      : (["unknown", payload.status] as const);
  return {
    native: { graph: isGroup(payload) ? "group" : "one-on-one", state },
    status,
    by: Object.hasOwn(parties, by) ? (parties[by] ?? null) : null,
    payment: payload.payment?.successful ? "paid" : null,
    mayBeMoved: false,
  };
}

const offOf = ({ rescheduled }: Invitee): readonly [Status, string] =>
  rescheduled ? ["moved", "rescheduled"] : ["cancelled", canceled];

const isGroup = ({ scheduled_event: event }: Invitee): boolean => (event?.invitees_counter?.limit ?? 0) > 1;

/**
 * Of an event that several can book: its id is that of the class. How many seats are taken changes with the bookings of
 * others, so a seat counts itself alone.
 */
function seatOf(payload: Invitee): Pick<Facts, "ownerId" | "seats"> {
  const { uri = "", invitees_counter: counter } = payload.scheduled_event ?? {};
  const ownerId = lastPartOf(uri);
  return isGroup(payload) && counter && ownerId ? { ownerId, seats: { taken: 1, max: counter.limit } } : {};
}

function timesOf({ scheduled_event: event }: Invitee): Facts["times"] {
  const start = instantOf(event?.start_time, "UTC");
  if (start === null) return undefined;
  return { start, end: Math.max(start, instantOf(event?.end_time, "UTC") ?? start), allDay: false };
}

/** Of several hosts the one whose webhook it is. */
function hostOf({ scheduled_event: event }: Invitee, whose: string): Facts["host"] {
  const hosts = event?.event_memberships ?? [];
  const host = hosts.find(({ user }) => user !== "" && user === whose) ?? hosts[0];
  if (!host) return undefined;
  return {
    id: lastPartOf(host.user) || host.user_email,
    name: host.user_name || host.user_email,
    timeZone: "",
  };
}

/** The guests of a group event may have been brought by others. */
function customersOf(payload: Invitee, { phone }: Place): readonly Person[] {
  const { name, first_name, last_name, email, timezone, text_reminder_number } = payload;
  const guests = isGroup(payload) ? [] : (payload.scheduled_event?.event_guests ?? []);
  const others = guests.filter((guest) => guest.email !== "");
  return [
    {
      name: name || `${first_name} ${last_name}`.trim() || email,
      email,
      phone: phone || text_reminder_number,
      timeZone: knownZone(timezone),
    },
    ...others.map((guest) => ({ name: guest.email, email: guest.email, phone: "", timeZone: "" })),
  ];
}

const { most, longest } = answerLimits;

/** Why it was cancelled stands first, under the name that it has with Cal.com, too. */
function answersOf(
  { questions_and_answers: all }: Invitee,
  cancellationReason: string,
  { entered }: Place,
): FormAnswer[] {
  const answers = all.toSorted((one, other) => one.position - other.position);
  return [
    { field: "cancellationReason", text: cancellationReason },
    ...answers.map(({ question, answer }) => ({ field: question, text: answer })),
    { field: "Location", text: entered },
  ]
    .map(({ field, text }) => ({ field: field.slice(0, longest), text: text.trim().slice(0, longest) }))
    .filter(({ text }) => text !== "")
    .slice(0, most);
}
