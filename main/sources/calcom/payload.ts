import { z } from "zod";

/**
 * What Cal.com may send of a booking, as far as Bookbell reads it. Only its uid must be there: what is absent, null or of
 * an odd type counts as not told. Source: Cal.com, "Webhooks" (samples of version 2021-10-20); calcom/cal.com.
 */
const text = z.string().catch("");
const lenient = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape).optional().catch(undefined);
const uid = z.string().min(1).max(200);
const fields = z.record(z.string(), z.unknown()).catch({});
const id = z.union([z.string(), z.number()]).transform(String).catch("");

const mostAttendees = 500;

const attendee = z.looseObject({
  name: text,
  email: text,
  phoneNumber: text,
  timeZone: text,
  /** Of a row of its database, or of a seat: only some bodies have them. */
  id,
  seatUid: text,
});
export type Attendee = z.infer<typeof attendee>;

// Cut off: reading a body full of them would hold up all others for seconds.
const attendees = z.preprocess(
  (list) => (Array.isArray(list) ? list.slice(0, mostAttendees) : []),
  z.array(attendee.catch(() => attendee.parse({}))),
);

const host = { id, name: text, email: text, timeZone: text };

/** The `payload` of a webhook. */
export const payloadSchema = z.looseObject({
  uid,
  title: text,
  /** The event type's address, and its name. */
  type: text,
  eventTitle: text,
  eventTypeId: id,
  status: text,
  startTime: text,
  endTime: text,
  description: text,
  additionalNotes: text,
  location: text,
  metadata: lenient({ videoCallUrl: text }),
  videoCallData: lenient({ url: text }),
  additionalInformation: lenient({ hangoutLink: text }),
  organizer: lenient(host),
  attendees,
  responses: fields,
  customInputs: fields,
  seatsPerTimeSlot: z.number().catch(0),
  attendeeSeatId: text,
  requiresConfirmation: z.boolean().catch(false),
  rescheduleUid: text,
  requestReschedule: z.boolean().catch(false),
  cancelledBy: text,
  cancellationReason: text,
  rejectionReason: text,
});
export type Payload = z.infer<typeof payloadSchema>;

/** A row of its API, version 2024-08-13. */
export const rowSchema = z.looseObject({
  uid,
  status: z.string().min(1),
  title: text,
  description: text,
  start: text,
  end: text,
  location: text,
  hosts: z.array(z.looseObject(host)).catch([]),
  attendees,
  eventType: lenient({ id, slug: text }),
  bookingFieldsResponses: fields,
  cancelledByEmail: text,
  cancellationReason: text,
  rescheduledFromUid: text,
  rescheduledToUid: text,
  createdAt: text,
  updatedAt: text,
});
export type Row = z.infer<typeof rowSchema>;
