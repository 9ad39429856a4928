import { z } from "zod";

/**
 * What a webhook body or a REST row may hold, as far as Bookbell reads it. Only id, graph and state must be
 * there; everything else may be absent, null or of an odd type (PHP writes an empty object as [] and meta as
 * the string "{}"), and then counts as not told.
 */
const text = z.string().catch("");
const lenient = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape).optional().catch(undefined);
const name = z.string().min(1).max(200);

const times = { start: text, end: text, what: text, where: text, description: text };
const person = z.looseObject({
  name: text,
  first_name: text,
  last_name: text,
  email: text,
  phone: text,
  timezone: text,
  comment: text,
});
const resource = lenient({ id: text, name: text, timezone: text });

const mostCustomers = 500;

export const payloadSchema = z.looseObject({
  id: name,
  graph: name,
  state: name,
  created_at: text,
  updated_at: text,
  // Cut off: reading a body full of customers would hold up all others for seconds.
  customers: z
    .preprocess(
      (list) => (Array.isArray(list) ? list.slice(0, mostCustomers) : list),
      z.array(person.catch(() => person.parse({}))),
    )
    .optional()
    .catch(undefined),
  event: lenient({ ...times, allDay: z.boolean().catch(false) }),
  attributes: lenient({
    customer: person.optional().catch(undefined),
    event: lenient(times),
    event_info: lenient(times),
    group_booking: lenient({ max_seats: z.coerce.number(), current_seats: z.coerce.number() }),
  }),
  user: resource,
  resource,
  calendar: resource,
  project: lenient({ id: text, name: text }),
  owner_booking: lenient({ id: text }),
});

export type Payload = z.infer<typeof payloadSchema>;
export type PayloadPerson = z.infer<typeof person>;
