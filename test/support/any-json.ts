import { createHash } from "node:crypto";
import { type Facts, type Report, revisionOf } from "../../main/bookings/facts.ts";
import type { Reading, Source } from "../../main/sources/source.ts";
import { tellsOfCustomer } from "../../main/sources/tells-of.ts";

/** Where in a body each field is, as "a.b.c". */
export interface Mapping {
  readonly id: string;
  readonly updatedAt: string;
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly cancelled: string;
}

const at = (json: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      json,
    );
const textAt = (json: unknown, path: string): string => {
  const value = at(json, path);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** Whoever posts JSON of their own: a mapping says what is where. It can neither sign nor say what else a booking is. */
export function anyJson(name: string, mapping: Mapping): Source {
  const of = (json: unknown, field: keyof Mapping) => textAt(json, mapping[field]);

  function reportOf(json: unknown): Report | null {
    const [start, end] = [Date.parse(of(json, "start")), Date.parse(of(json, "end"))];
    const updatedAt = Date.parse(of(json, "updatedAt"));
    if (!of(json, "id") || Number.isNaN(start + end + updatedAt)) return null;
    const status = at(json, mapping.cancelled) === true ? "cancelled" : "confirmed";
    const facts: Facts = {
      standing: { status, by: null, payment: null, mayBeMoved: false, native: { graph: "", state: status } },
      times: { start, end, allDay: false },
      texts: { subject: of(json, "title"), place: "", description: "" },
      customers: [{ name: of(json, "name"), email: of(json, "email"), phone: "", timeZone: "" }],
    };
    const content = createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);
    const age = { updatedAt, dated: true, status, isEnd: false, moved: false } as const;
    return { id: of(json, "id"), revision: revisionOf(age, content), changedAt: updatedAt, facts };
  }

  function read(body: Uint8Array): Reading {
    try {
      const report = reportOf(JSON.parse(new TextDecoder().decode(body)));
      return report ? { ok: true, report } : { ok: false, reason: { code: "no-object" } };
    } catch {
      return { ok: false, reason: { code: "not-json" } };
    }
  }

  return {
    name: name as Source["name"],
    bookingsOf: name as Source["name"],
    methods: ["POST"],
    types: ["json", "+json"],
    busy: { status: 503, retryAfter: 60 },
    unreadable: 400,
    signatureHeader: null,
    signedBy: () => null,
    read: ({ body }) => read(body),
    tellsOf: (body, spellings) =>
      tellsOfCustomer(body, spellings, (bytes) => {
        const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
        return { host: null, customers: of(json, "email") };
      }),
  };
}
