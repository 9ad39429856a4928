import type { SourceName } from "../../common/sources.ts";
import type { Reader, Reading, Source } from "./source.ts";
import { timekit } from "./timekit/source.ts";
import { zapier } from "./zapier/source.ts";

/**
 * Every booking service that Bookbell knows. To add one: its name in common/sources.ts, a folder beside timekit/ with its
 * `Source`, its line here, and its address and secrets in main/compose; none of these compiles without the others.
 */
const sources: Readonly<Record<SourceName, Source>> = { timekit, zapier };

/** The one of that name, which may be anything. */
export const sourceOf = (name: string): Source | undefined =>
  Object.hasOwn(sources, name) ? sources[name as SourceName] : undefined;

export const reader: Reader = {
  read({ source, ...sent }) {
    const { read, bookingsOf } = sources[source];
    const reading = read(sent);
    // Timekit's were first, and are kept as they came.
    return reading?.ok && bookingsOf !== "timekit" ? prefixed(reading, bookingsOf) : reading;
  },
  tellsOf: ({ source, body }, spellings) => sources[source].tellsOf(body, spellings),
};

/** Facts that are the id of another booking of the same service. */
const references = ["ownerId", "replaces", "replacedBy"] as const;

/** With ids such as "calcom:1234". */
export function prefixed(
  { report }: Extract<Reading, { ok: true }>,
  name: string,
): Extract<Reading, { ok: true }> {
  const { facts } = report;
  const own = (id: string) => `${name}:${id}`;
  const named = references.flatMap((key) => (facts[key] ? [[key, own(facts[key])]] : []));
  return {
    ok: true,
    report: { ...report, id: own(report.id), facts: { ...facts, ...Object.fromEntries(named) } },
  };
}
