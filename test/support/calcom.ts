import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { calcom } from "../../main/sources/calcom/source.ts";
import { prefixed } from "../../main/sources/registry.ts";
import type { Reader } from "../../main/sources/source.ts";
import { migrate } from "../../main/store/engine/migrations.ts";
import { createStore } from "../../main/store/store.ts";
import { DatabaseSync } from "./sqlite.ts";
import { received } from "./store.ts";

const folder = path.join(import.meta.dirname, "../fixtures/calcom");

/** The raw bytes of a sample body, "created" or "silent/ping". */
export const calcomBody = (name: string): Buffer => readFileSync(path.join(folder, `${name}.json`));

export const calcomJson = (name: string) => JSON.parse(calcomBody(name).toString());

/** A sample of a webhook with other keys in its payload; `undefined` leaves one out. */
export function hookWith(name: string, changes: object, createdAt?: string): Buffer {
  const { payload, ...envelope } = calcomJson(name);
  const dated = createdAt === undefined ? envelope : { ...envelope, createdAt };
  return Buffer.from(JSON.stringify({ ...dated, payload: { ...payload, ...changes } }));
}

/** A sample of the API with other keys. */
export const rowWith = (changes: object, name = "accepted"): Buffer =>
  Buffer.from(JSON.stringify({ ...calcomJson(`row/${name}`), ...changes }));

export function calcomNames(under = ""): string[] {
  return readdirSync(path.join(folder, under))
    .filter((file) => file.endsWith(".json"))
    .map((file) => path.posix.join(under, file.slice(0, -".json".length)))
    .sort();
}

/** Reads everything as Cal.com's. */
const calcomReader: Reader = {
  read(sent) {
    const reading = calcom.read(sent);
    return reading?.ok ? prefixed(reading, "calcom") : reading;
  },
  tellsOf: ({ body }, spellings) => calcom.tellsOf(body, spellings),
};

/** A store in memory that Cal.com alone posts to. */
export function aCalcomStore() {
  const database = new DatabaseSync(":memory:");
  migrate(database);
  const store = createStore(database, calcomReader);
  return {
    store,
    /** What became of each. */
    take: (...bodies: readonly Buffer[]) => bodies.map((body) => store.take([received(body)])[0]),
    /** What each changed. */
    changes: (...bodies: readonly Buffer[]) =>
      bodies.map((body) => {
        const [taken] = store.take([received(body)]);
        return taken && "change" in taken ? taken.change : null;
      }),
    booking: (id: string) => store.bookings.get(`calcom:${id}`),
  };
}
