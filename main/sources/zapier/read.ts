import { createHash } from "node:crypto";
import { z } from "zod";
import { asForwarded, type Facts, type Report } from "../../bookings/facts.ts";
import { asFallback } from "../../bookings/word.ts";
import type { Reading } from "../source.ts";
import { payloadSchema } from "../timekit/payload.ts";
import { reportOf } from "../timekit/read.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { toldOf } from "./told.ts";
import { unwrap } from "./unwrap.ts";

/** Reads the raw bytes of a Timekit booking in whatever form a Zap posts it. Never throws. */
export function readForwarded(body: Uint8Array): Reading {
  try {
    return forwardedOf(body);
  } catch (error) {
    return { ok: false, reason: { code: "read-failed", error: (error as Error).name } };
  }
}

function forwardedOf(body: Uint8Array): Reading {
  const unwrapped = unwrap(body);
  if (!unwrapped.ok) return { ok: false, reason: unwrapped.fault };
  const shaped = shapeOf(unwrapped.booking);
  if (!shaped.ok) return { ok: false, reason: shaped.fault };
  const report = forwardedReport(shaped.shape);
  // Without it the order of two words cannot be known.
  return {
    ok: true,
    report,
    ...(shaped.shape.updated_at === undefined && { advice: { code: "zap-not-dated" } }),
  };
}

/** Timekit's states mean the same in every graph, but for one that is refused without it. */
const schema = payloadSchema.extend({ graph: z.string().default("") });

function forwardedReport(shape: Shape): Report {
  const payload = schema.parse(shape);
  const { event } = shape as { event?: Shape };
  const { id, revision: direct, changedAt, facts } = reportOf(payload);
  const told = Object.entries(toldOf(facts, payload, event?.allDay !== undefined));
  // Words that tell different fields differ in their revisions, too.
  const revision = asForwarded(direct) + hashOf(told);
  const isTold = (group: string) => told.every(([one, fields]) => one !== group || fields.length > 0);
  const kept = Object.entries(facts).filter(([group]) => isTold(group));
  const fields = told.map(([group, some]) => [
    group,
    some.map(({ field, standsIn }) => [field, standsIn ? asFallback(revision) : revision]),
  ]);
  return {
    id,
    revision,
    changedAt,
    facts: Object.fromEntries(kept) as unknown as Facts,
    told: Object.fromEntries(fields),
  };
}

const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 8);
