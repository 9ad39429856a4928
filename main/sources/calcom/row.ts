import type { Facts, Report } from "../../bookings/facts.ts";
import { instantOf } from "../timekit/time.ts";
import { answerIn, answersOfRow, bounded, reasonsOf } from "./answers.ts";
import { datedAs, hostOf, personOf, timesOf } from "./common-facts.ts";
import type { Row } from "./payload.ts";
import { placeOf } from "./place.ts";
import { seatId, subjectOf } from "./seats.ts";
import { standingOfRow } from "./standing.ts";
import { fullTold, standingTold, toldOf } from "./told.ts";

/**
 * What a row of the API tells. It words less than a webhook does: of what both tell in words, the webhook's counts, however
 * old, so that asking is no news.
 */
export function rowReport(row: Row): Report {
  const isSeated = row.attendees.some(({ seatUid }) => seatUid !== "");
  const subject = isSeated ? subjectOf(row.attendees, false) : null;
  const seat = subject?.of === "seat" && subject.attendee.email !== "" ? subject.attendee : null;
  const standing = standingOfRow(row);
  const { giveWay: _, ...stands } = standing;
  const times = timesOf(row.start, row.end);
  // What it calls the description are the customer's notes; of several customers the first one's.
  const comment = answerIn(row.bookingFieldsResponses, "notes") || (subject ? "" : row.description.trim());
  const texts = { subject: row.title.trim(), place: placeOf([row.location]), description: "" };
  const host = row.hosts[0] && hostOf(row.hosts[0]);
  const project = row.eventType && { id: row.eventType.id, name: row.eventType.slug };
  const responses = row.bookingFieldsResponses;
  const answers = answersOfRow(responses);
  const list = bounded([...reasonsOf(row, responses), ...answers]);
  const createdAt = instantOf(row.createdAt, "UTC");
  const facts: Facts = {
    standing: { native: { graph: subject?.of ?? "", state: row.status }, ...stands, mayBeMoved: false },
    texts,
    ...(times && { times }),
    ...(comment && { comment }),
    ...(host && { host }),
    ...(project && { project }),
    ...(list.length > 0 && { answers: list }),
    ...(row.attendees.length > 0 && { customers: row.attendees.map(personOf) }),
    ...(seat && { ownerId: row.uid }),
    ...(!subject && linksOf(row)),
    ...(createdAt !== null && { createdAt }),
  };
  const { revision, changedAt } = datedAs(row.updatedAt || row.createdAt, standing, facts);
  const told = toldOf(
    {
      standing: standingTold(standing),
      texts: fullTold(texts, ["subject"]),
      ...(host && { host: fullTold(host, ["name", "timeZone"]) }),
      ...(project && { project: fullTold(project, ["name"]) }),
      ...(list.length > 0 && {
        answers: { fields: list.map(({ field }) => field), giveWay: answers.map(({ field }) => field) },
      }),
    },
    revision,
  );
  return { id: seat ? seatId(row.uid, seat) : row.uid, revision, changedAt, facts, told };
}

function linksOf({ uid, rescheduledFromUid: from, rescheduledToUid: to }: Row): Partial<Facts> {
  return {
    ...(from && from !== uid && { replaces: from }),
    ...(to && to !== uid && { replacedBy: to }),
  };
}
