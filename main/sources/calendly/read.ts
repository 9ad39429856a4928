import { createHash } from "node:crypto";
import { isNestedDeeper } from "../../../common/nesting.ts";
import { type Report, revisionOf } from "../../bookings/facts.ts";
import type { Reading } from "../source.ts";
import { mostLevels } from "../timekit/read.ts";
import { instantOf } from "../timekit/time.ts";
import { factsOf } from "./facts.ts";
import { type CalendlyDelivery, deliverySchema, envelopeSchema } from "./payload.ts";
import { bookingIdOf } from "./uris.ts";

/** Reads the raw bytes of a webhook body; null where it tells of no booking. Never throws. */
export function readDelivery(body: Uint8Array): Reading | null {
  try {
    return readingOf(body);
  } catch (error) {
    return { ok: false, reason: { code: "read-failed", error: (error as Error).name } };
  }
}

function readingOf(body: Uint8Array): Reading | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return { ok: false, reason: { code: "not-json" } };
  }
  if (isNestedDeeper(json, mostLevels))
    return { ok: false, reason: { code: "too-deep", levels: mostLevels } };
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return unlike(["event"]);
  if (!tellsOfBooking.test(envelope.data.event)) return null;
  const { success, data, error } = deliverySchema.safeParse(json);
  if (!success) return unlike(error.issues.map(({ path }) => path.join(".")));
  const id = bookingIdOf(data.payload.uri);
  return id === null ? unlike(["payload.uri"]) : { ok: true, report: reportOf(id, data) };
}

/** Of the others, such as what somebody entered in a routing form, none tells of a booking. */
const tellsOfBooking = /^invitee(?:_no_show)?\./;

const unlike = (fields: readonly string[]): Reading => ({
  ok: false,
  reason: { code: "calendly-no-text", fields: [...new Set(fields)] },
});

function reportOf(id: string, delivery: CalendlyDelivery): Report {
  const facts = factsOf(delivery);
  const content = createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);
  const told = changedAtOf(delivery);
  const { standing, times, createdAt = 0 } = facts;
  const isBelieved = told !== null && !(times && told > times.end + longAfterMs);
  const dated = { updatedAt: isBelieved ? told : createdAt, dated: told !== null };
  return {
    id,
    revision: revisionOf({ ...dated, status: standing.status, isEnd: false, moved: false }, content),
    changedAt: isBelieved ? told : null,
    facts,
  };
}

/** A date far beyond the booking itself is not believed: it would hide every change until then. */
const longAfterMs = 366 * 86_400_000;

/**
 * The latest moment that the body tells of. Calendly does not say that whatever it changes moves an invitee's own
 * `updated_at`: that a no-show was taken back is dated by the delivery alone, that an event has another place by the event.
 */
function changedAtOf({ created_at, payload }: CalendlyDelivery): number | null {
  const { updated_at, cancellation, no_show, scheduled_event: event } = payload;
  const told = [created_at, updated_at, cancellation?.created_at, no_show?.created_at];
  const moments = [...told, event?.updated_at, event?.cancellation?.created_at]
    .map((moment) => instantOf(moment, "UTC"))
    .filter((moment) => moment !== null);
  return moments.length > 0 ? Math.max(...moments) : null;
}
