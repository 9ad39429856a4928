import type { Facts, Report } from "../../bookings/facts.ts";
import { instantOf } from "../timekit/time.ts";
import { answerIn, answersOf, bounded, reasonsOf } from "./answers.ts";
import { datedAs, hostOf, personOf, timesOf } from "./common-facts.ts";
import type { Payload } from "./payload.ts";
import { placeOf } from "./place.ts";
import { type Subject, seatId, subjectOf } from "./seats.ts";
import { standingOfHook, type Trigger } from "./standing.ts";
import { fullTold, standingTold, toldOf } from "./told.ts";

/** What a webhook is about. */
export interface Hook {
  readonly trigger: Trigger;
  /** When Cal.com made it. */
  readonly createdAt: string;
  readonly payload: Payload;
}

/** What a webhook tells; null where it is of a customer of several whom it does not name. */
export function hookReport({ trigger, createdAt, payload }: Hook): Report | null {
  const subject = payload.seatsPerTimeSlot > 0 ? seatOrClass(trigger, payload) : null;
  if (subject?.of === "seat" && subject.attendee.email === "") return null;
  const standing = standingOfHook(trigger, payload);
  const { giveWay: _, ...stands } = standing;
  const native = { graph: subject?.of ?? "", state: payload.status.toLowerCase() || trigger };
  const answers = answersOf(payload.responses, payload.customInputs);
  const reasons = reasonsOf(payload, payload.responses);
  const customers = payload.attendees.map(personOf);
  const times = timesOf(payload.startTime, payload.endTime);
  const comment = answerIn(payload.responses, "notes") || payload.additionalNotes.trim();
  const texts = textsOf(payload, comment);
  const host = payload.organizer && hostOf(payload.organizer);
  const project = { id: payload.eventTypeId, name: payload.eventTitle || payload.type };
  const list = bounded([...reasons, ...answers.list]);
  const facts: Facts = {
    standing: { native, ...stands, mayBeMoved: false },
    texts,
    project,
    ...(times && { times }),
    ...(comment && { comment }),
    ...(host && { host }),
    ...(list.length > 0 && { answers: list }),
    ...(customers.length > 0 && { customers }),
    ...linksOf(payload, subject),
    ...(subject && partOf(subject, trigger, createdAt, payload)),
  };
  const { revision, changedAt } = datedAs(createdAt, standing, facts);
  const told = toldOf(
    {
      standing: standingTold(standing),
      texts: fullTold(texts),
      project: fullTold(project, payload.eventTitle ? [] : ["name"]),
      ...(host && { host: fullTold(host) }),
      // As worded by the form's maker they stand, whatever a later body calls them.
      ...(list.length > 0 &&
        (!answers.isWorded || answers.list.length === 0) && {
          answers: {
            fields: list.map(({ field }) => field),
            giveWay: answers.list.map(({ field }) => field),
          },
        }),
    },
    revision,
  );
  const id = subject?.of === "seat" ? seatId(payload.uid, subject.attendee) : payload.uid;
  return { id, revision, changedAt, facts, told };
}

/** A seat's customer alone is told when one goes; a class without an end of its own has them all. */
const seatOrClass = (trigger: Trigger, { attendees, attendeeSeatId }: Payload): Subject => {
  const names = attendeeSeatId !== "" || attendees.some(({ id }) => id !== "");
  return subjectOf(attendees, trigger === "BOOKING_CANCELLED" && !names);
};

/**
 * The old booking, where there is one. Of a class only single seats take another: the class itself keeps its uid when it is
 * moved, or goes on without them.
 */
function linksOf({ uid, rescheduleUid }: Payload, subject: Subject | null): Pick<Facts, "replaces"> {
  if (rescheduleUid === "" || rescheduleUid === uid || subject?.of === "class") return {};
  return { replaces: subject ? seatId(rescheduleUid, subject.attendee) : rescheduleUid };
}

function partOf(
  { of }: Subject,
  trigger: Trigger,
  createdAt: string,
  { uid, attendees, seatsPerTimeSlot: max }: Payload,
): Pick<Facts, "ownerId" | "createdAt" | "seats"> {
  if (of === "class") return { seats: { taken: attendees.length, max } };
  const at = trigger === "BOOKING_CREATED" ? instantOf(createdAt, "UTC") : null;
  // How many are taken changes with those of others: a seat counts itself alone.
  return { ownerId: uid, seats: { taken: 1, max }, ...(at !== null && { createdAt: at }) };
}

function textsOf(payload: Payload, comment: string) {
  const { title, description, metadata, videoCallData, additionalInformation, location } = payload;
  return {
    subject: title.trim(),
    place: placeOf([
      metadata?.videoCallUrl,
      videoCallData?.url,
      additionalInformation?.hangoutLink,
      location,
    ]),
    // Cal.com repeats what the customer wrote where an event type has none.
    description: description.trim() === comment ? "" : description.trim(),
  };
}
