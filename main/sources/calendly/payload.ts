import { z } from "zod";

/**
 * What Calendly posts, as far as Bookbell reads it. Only the event's name, whose booking it is and how that stands must be
 * there; everything else may be absent, null or of an odd type, and then counts as not told.
 */
const text = z.string().catch("");
const lenient = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape).optional().catch(undefined);
/** Cut off: reading a body full of them would hold up all others. */
const listOf = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess((list) => (Array.isArray(list) ? list.slice(0, most) : list), z.array(item)).catch([]);
const name = z.string().min(1).max(300);

const cancellation = lenient({ reason: text, canceler_type: text, created_at: text });

const scheduledEvent = lenient({
  uri: text,
  name: text,
  meeting_notes_plain: text,
  status: text,
  start_time: text,
  end_time: text,
  event_type: text,
  location: lenient({ type: text, location: text, join_url: text, additional_info: text }),
  invitees_counter: lenient({ limit: z.number().catch(0) }),
  updated_at: text,
  event_memberships: listOf(z.looseObject({ user: text, user_email: text, user_name: text }), 50),
  event_guests: listOf(z.looseObject({ email: text }), 50),
  cancellation,
});

const invitee = z.looseObject({
  uri: name,
  status: name,
  name: text,
  first_name: text,
  last_name: text,
  email: text,
  timezone: text,
  text_reminder_number: text,
  questions_and_answers: listOf(
    z.looseObject({ question: text, answer: text, position: z.number().catch(0) }),
    100,
  ),
  rescheduled: z.boolean().catch(false),
  old_invitee: text,
  new_invitee: text,
  created_at: text,
  updated_at: text,
  cancellation,
  no_show: lenient({ created_at: text }),
  payment: lenient({ successful: z.boolean().catch(false) }),
  scheduled_event: scheduledEvent,
});

export const envelopeSchema = z.looseObject({
  event: name,
  created_at: text,
  created_by: text,
});

export const deliverySchema = envelopeSchema.extend({ payload: invitee });

export type CalendlyDelivery = z.infer<typeof deliverySchema>;
export type Invitee = z.infer<typeof invitee>;
