import { createHash } from "node:crypto";
import type { Person } from "../../../common/booking.ts";
import { isNestedDeeper } from "../../../common/nesting.ts";
import { type Facts, type Report, revisionOf } from "../../bookings/facts.ts";
import type { Reading } from "../source.ts";
import { answersOf } from "./answers.ts";
import { type Payload, type PayloadPerson, payloadSchema } from "./payload.ts";
import { isFailed, standingOf } from "./status.ts";
import { instantOf, knownZone, wholeDaysOf } from "./time.ts";

/** Of arrays and objects in one another: ten times what Timekit sends. */
export const mostLevels = 64;

/** Reads the raw bytes of a webhook body. Never throws. */
export function readDelivery(body: Uint8Array): Reading {
  try {
    return readingOf(body);
  } catch (error) {
    return { ok: false, reason: { code: "read-failed", error: (error as Error).name } };
  }
}

function readingOf(body: Uint8Array): Reading {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return { ok: false, reason: { code: "not-json" } };
  }
  if (isNestedDeeper(json, mostLevels))
    return { ok: false, reason: { code: "too-deep", levels: mostLevels } };
  const parsed = payloadSchema.safeParse(unwrapped(json));
  if (parsed.success) return { ok: true, report: reportOf(parsed.data) };
  const missing = parsed.error.issues.map((issue) => issue.path[0]).filter((key) => key !== undefined);
  const fields = [...new Set(missing.map(String))];
  return { ok: false, reason: fields.length > 0 ? { code: "no-text", fields } : { code: "no-object" } };
}

/** Timekit's REST API answers with the booking, or a list of one, in `data`; what is built on it may post that on. */
export function unwrapped(json: unknown): unknown {
  if (typeof json !== "object" || json === null || "id" in json || !("data" in json)) return json;
  const { data } = json;
  return Array.isArray(data) && data.length === 1 ? data[0] : data;
}

/** What a booking, from a webhook, the REST API or whoever forwards one, tells. */
export function reportOf(payload: Payload): Report {
  const facts = factsOf(payload);
  const content = createHash("sha256")
    .update(JSON.stringify(hashed(facts)))
    .digest("hex")
    .slice(0, 16);
  const { isBelieved, ...dated } = datedOf(payload, facts);
  const moved = isMoved(payload, facts.host?.timeZone || "UTC");
  return {
    id: payload.id,
    revision: revisionOf(
      {
        ...dated,
        status: facts.standing.status,
        isEnd: isFailed(payload.state),
        moved,
      },
      content,
    ),
    changedAt: isBelieved ? dated.updatedAt : null,
    facts,
  };
}

/** As 0.1.0 did it: what came before it was updated and comes again is then known to be the same. */
function hashed({ standing, ...others }: Facts) {
  const { native, status, by } = standing;
  return { standing: { ...native, status, by }, ...others };
}

/** Long after anything is done to a booking that is over. */
const longAfterMs = 366 * 86_400_000;

/** A date far beyond the booking itself is not believed: it would hide every change until then. */
function datedOf({ updated_at }: Payload, { times, createdAt = 0 }: Facts) {
  const updatedAt = instantOf(updated_at, "UTC");
  const isBelieved = updatedAt !== null && !(times && updatedAt > times.end + longAfterMs);
  return { updatedAt: isBelieved ? updatedAt : createdAt, dated: updatedAt !== null, isBelieved };
}

function factsOf(payload: Payload): Facts {
  const { graph, state, attributes, project, owner_booking: owner } = payload;
  const resource = payload.user ?? payload.resource;
  const host = resource && { id: resource.id, name: resource.name, timeZone: knownZone(resource.timezone) };
  const seats = attributes?.group_booking;
  const comment = attributes?.customer?.comment || payload.customers?.[0]?.comment;
  const answers = answersOf({ ...attributes?.customer, ...payload.customers?.[0] });
  const customers = customersOf(payload);
  const times = timesOf(payload, host?.timeZone || "UTC");
  const texts = textsOf(payload);
  const createdAt = instantOf(payload.created_at, "UTC");
  return {
    standing: { native: { graph, state }, ...standingOf(graph, state) },
    ...(times && { times }),
    ...(texts && { texts }),
    ...(comment && { comment }),
    ...(answers.length > 0 && { answers }),
    ...(customers && { customers }),
    ...(host && { host }),
    ...(project && { project: { id: project.id, name: project.name } }),
    ...(seats && { seats: { taken: seats.current_seats, max: seats.max_seats } }),
    ...(owner?.id && { ownerId: owner.id }),
    ...(createdAt !== null && { createdAt }),
  };
}

/** `event` once there is a calendar event, else what was asked for. */
function timesOf({ event, attributes }: Payload, zone: string): Facts["times"] {
  for (const source of [event, attributes?.event_info, attributes?.event]) {
    const start = instantOf(source?.start, zone);
    if (start === null) continue;
    return {
      start,
      end: Math.max(start, instantOf(source?.end, zone) ?? start),
      allDay: event?.allDay ? (wholeDaysOf(source?.start, source?.end, zone) ?? false) : false,
    };
  }
  return undefined;
}

/** Whether the calendar event is at another time than was asked for. */
function isMoved({ event, attributes }: Payload, zone: string): boolean {
  const differs = (end: "start" | "end") => {
    const [at, asked] = [event, attributes?.event_info].map((source) => instantOf(source?.[end], zone));
    return at !== null && asked !== null && at !== asked;
  };
  return differs("start") || differs("end");
}

function textsOf({ event, attributes }: Payload): Facts["texts"] {
  const sources = [event, attributes?.event_info, attributes?.event].filter((source) => source !== undefined);
  if (sources.length === 0) return undefined;
  const first = (key: "what" | "where" | "description") =>
    sources.map((source) => source[key].trim()).find((text) => text !== "" && text !== toBeDecided) ?? "";
  return { subject: first("what"), place: first("where"), description: first("description") };
}

/** What Timekit's own widget writes when it knows no place. */
const toBeDecided = "TBD";

function customersOf({ customers, attributes }: Payload): readonly Person[] | undefined {
  const entered = attributes?.customer;
  if (!customers) return entered && [personOf(entered)];
  const [first, ...others] = customers.map(personOf);
  if (!first) return [];
  // The zone of the calendar account and the zone of the form may differ: the form is what the customer entered.
  return [{ ...first, timeZone: knownZone(entered?.timezone) || first.timeZone }, ...others];
}

function personOf(person: PayloadPerson): Person {
  const name = person.name || `${person.first_name} ${person.last_name}`.trim() || person.email;
  return { name, email: person.email, phone: person.phone, timeZone: knownZone(person.timezone) };
}
