import { isNestedDeeper } from "../../../common/nesting.ts";
import type { Reading } from "../source.ts";
import { mostLevels } from "../timekit/read.ts";
import { hookReport } from "./hook.ts";
import { payloadSchema, rowSchema } from "./payload.ts";
import { rowReport } from "./row.ts";
import { isTrigger } from "./standing.ts";

/**
 * Reads the raw bytes of a webhook of Cal.com's, or of a row of its API. Null for what tells of no booking: the test from
 * its settings ("PING"), that a meeting began or ended, no-shows, recordings, forms, absences, and whatever comes after them.
 * Never throws.
 */
export function readCalcom(body: Uint8Array): Reading | null {
  try {
    return readingOf(body);
  } catch (error) {
    return { ok: false, reason: { code: "read-failed", error: (error as Error).name } };
  }
}

/** A template of the user's own can make anything of a body, which then tells nothing reliably. */
const template: Reading = { ok: false, reason: { code: "calcom-template" } };

function readingOf(body: Uint8Array): Reading | null {
  const text = utf8(body);
  if (text === null) return { ok: false, reason: { code: "not-json" } };
  const json = objectIn(text);
  if (!json) return template;
  if (isNestedDeeper(json, mostLevels))
    return { ok: false, reason: { code: "too-deep", levels: mostLevels } };
  if (isRow(json)) return rowReading(json);
  const { triggerEvent, createdAt, payload } = json;
  if (typeof triggerEvent !== "string") return template;
  if (!isTrigger(triggerEvent)) return null;
  if (typeof payload !== "object" || payload === null) return template;
  if (isTest(payload)) return null;
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return { ok: false, reason: { code: "calcom-no-text", fields: ["payload.uid"] } };
  const dated = typeof createdAt === "string" ? createdAt : "";
  const report = hookReport({ trigger: triggerEvent, createdAt: dated, payload: parsed.data });
  return report && { ok: true, report };
}

function rowReading(json: object): Reading {
  const { success, data, error } = rowSchema.safeParse(json);
  if (success) return { ok: true, report: rowReport(data) };
  const fields = [...new Set(error.issues.map(({ path }) => String(path[0])))];
  return { ok: false, reason: { code: "calcom-no-text", fields } };
}

type Keys = Partial<Record<string, unknown>>;

const isRow = (json: Keys): boolean =>
  json.triggerEvent === undefined && "uid" in json && "start" in json && "status" in json;

/** The test from Cal.com's settings, whichever trigger it is sent as: it alone has no uid. */
const isTest = ({ uid, type }: Keys): boolean => uid === undefined && type === "Test";

function utf8(body: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** Null for whatever is not one JSON object. */
export function objectIn(text: string): Keys | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Keys) : null;
  } catch {
    return null;
  }
}
