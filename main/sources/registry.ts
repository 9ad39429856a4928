import type { SourceName } from "../../common/sources.ts";
import { calcom } from "./calcom/source.ts";
import { calendly } from "./calendly/source.ts";
import type { Reader, Reading, Source } from "./source.ts";
import { timekit } from "./timekit/source.ts";
import { zapier } from "./zapier/source.ts";

/** The sources that there are, by their names. */
export function createRegistry(sources: Readonly<Record<string, Source>>) {
  const sourceOf = (name: string): Source | undefined =>
    Object.hasOwn(sources, name) ? sources[name] : undefined;

  function known(name: string): Source {
    const source = sourceOf(name);
    if (!source) throw new Error("There is no such source.");
    return source;
  }

  const reader: Reader = {
    read({ source, ...sent }) {
      const { read, bookingsOf } = known(source);
      const reading = read(sent);
      // Timekit's were first, and are kept as they came.
      return reading?.ok && bookingsOf !== "timekit" ? prefixed(reading, bookingsOf) : reading;
    },
    tellsOf: ({ source, body }, spellings) => known(source).tellsOf(body, spellings),
  };
  return {
    /** The one of that name, which may be anything. */
    sourceOf,
    reader,
  };
}

const all: Readonly<Record<SourceName, Source>> = { timekit, zapier, calcom, calendly };

/** Every source that Bookbell knows: docs/add-a-source.md says how to add one. */
export const { sourceOf, reader } = createRegistry(all);

/** Facts that are the id of another booking of the same service. */
const references = ["ownerId", "replaces", "replacedBy"] as const;

/** With ids such as "calcom:1234". */
export function prefixed(reading: Extract<Reading, { ok: true }>, name: string): typeof reading {
  const { report } = reading;
  const { facts } = report;
  const own = (id: string) => `${name}:${id}`;
  const named = references.flatMap((key) => (facts[key] ? [[key, own(facts[key])]] : []));
  return {
    ...reading,
    report: { ...report, id: own(report.id), facts: { ...facts, ...Object.fromEntries(named) } },
  };
}
