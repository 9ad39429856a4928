import type { Status } from "../../common/status.ts";
import { revisionOf } from "../../main/bookings/facts.ts";
import { prefixed } from "../../main/sources/registry.ts";
import type { Reader } from "../../main/sources/source.ts";
import { migrate } from "../../main/store/engine/migrations.ts";
import { createStore } from "../../main/store/store.ts";
import { DatabaseSync } from "./sqlite.ts";
import { received } from "./store.ts";

/** What a service that links the two halves of a reschedule tells of a booking. */
export interface Told {
  readonly id: string;
  /** When, in milliseconds. */
  readonly at?: number;
  readonly status?: Status;
  readonly replaces?: string;
  readonly replacedBy?: string;
  /** Its start, in hours after the epoch; it lasts one. */
  readonly hour?: number;
  readonly host?: string;
  readonly email?: string;
}

const hour = 3_600_000;

/** Reads bodies that are `Told` as JSON. */
export const reader: Reader = {
  read({ body }) {
    const told: Told = JSON.parse(Buffer.from(body).toString());
    const { id, at = 1, status = "confirmed", replaces, replacedBy, hour: start = 10, host, email } = told;
    const age = { updatedAt: at, dated: true, status, isEnd: false, moved: false };
    const person = { name: id, email: email ?? `${id}@example.net`, phone: "", timeZone: "" };
    const standing = { status, by: null, payment: null, mayBeMoved: false, native: { graph: "", state: "" } };
    const facts = {
      standing,
      times: { start: start * hour, end: (start + 1) * hour, allDay: false },
      customers: [person],
      project: { id: "intro", name: "Intro" },
      createdAt: at,
      ...(host && { host: { id: host, name: host, timeZone: "" } }),
      ...(replaces !== undefined && { replaces }),
      ...(replacedBy !== undefined && { replacedBy }),
    };
    const report = { id, revision: revisionOf(age, JSON.stringify(told)), changedAt: at, facts };
    return prefixed({ ok: true, report }, "linking");
  },
  tellsOf: () => false,
};

export const told = (what: Told) => received(Buffer.from(JSON.stringify(what)));
export const span = (start: number) => ({ start: start * hour, end: (start + 1) * hour });

/** A store in memory, or in a file, that is told by such a service. */
export function aLinkingStore(file = ":memory:") {
  const database = new DatabaseSync(file);
  migrate(database);
  const store = createStore(database, reader);
  return {
    store,
    /** What changed, one by one. */
    take: (...all: readonly Told[]) =>
      all.map((one) => {
        const [taken] = store.take([told(one)]);
        return taken && "change" in taken ? taken.change : null;
      }),
    statusOf: (id: string) => store.bookings.get(`linking:${id}`)?.status,
  };
}
