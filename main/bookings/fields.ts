import { answerLimits, type FormAnswer, type Person } from "../../common/booking.ts";
import type { Facts } from "./facts.ts";
import { type FieldWord, reportOf, type Word } from "./word.ts";

/** What a report says of one group; `told` = the fields it tells, where those may not be all of them. */
export interface Said {
  readonly revision: string;
  readonly value: unknown;
  readonly told?: readonly FieldWord[] | undefined;
}

type Entries = [field: string, value: unknown][];
type Values = Readonly<Record<string, unknown>>;

/** How a group is taken apart into its fields, and put together of those that are known. */
interface Division {
  apart(value: never): Entries;
  together(entries: Entries): unknown;
}

const plain = (blank: Values): Division => ({
  apart: (value: Values) => Object.entries(value),
  together: (entries) => ({ ...blank, ...Object.fromEntries(entries) }),
});

const divisions: { readonly [Group in keyof Facts]?: Division } = {
  standing: {
    apart: ({ native, ...others }: Facts["standing"]) => Object.entries({ ...others, ...native }),
    together(entries) {
      const { graph = "", state, status, by, payment, mayBeMoved } = Object.fromEntries(entries);
      return { native: { graph, state }, status, by, payment, mayBeMoved };
    },
  },
  times: plain({ start: 0, end: 0, allDay: false }),
  texts: plain({ subject: "", place: "", description: "" }),
  host: plain({ id: "", name: "", timeZone: "" }),
  project: plain({ id: "", name: "" }),
  answers: {
    apart: (answers: readonly FormAnswer[]) => answers.map(({ field, text }) => [field, text]),
    together: (entries) => entries.map(([field, text]) => ({ field, text })),
  },
  customers: {
    apart: ([first, ...others]: readonly Person[]) => (first ? Object.entries({ ...first, others }) : []),
    together(entries) {
      const { others = [], ...first } = Object.fromEntries(entries) as { others?: Person[] };
      return [{ name: "", email: "", phone: "", timeZone: "", ...first }, ...others];
    },
  },
};

/** Of one word as that told them. */
const newestFirst = ([, one]: FieldWord, [, other]: FieldWord) => (one === other ? 0 : one > other ? -1 : 1);

/** The latest on each field, whatever came first; `had` itself where this brings nothing. */
export function latest(
  group: string,
  had: Word | undefined,
  said: Said,
  isFalse: (revision: string) => boolean,
): Word | undefined {
  const { revision, value, told } = said;
  const isBehind = (at: string, by: string) => at < by || isFalse(at);
  const whole = had?.fields ? (had.whole ?? "") : (had?.revision ?? "");
  if (!told) {
    if (had && !isBehind(whole, revision)) return had;
    const kept = (had?.fields ?? []).filter(([, at]) => at > revision && !isFalse(at));
    return kept.length === 0 ? { revision, value } : joined(group, { revision, value }, had?.value, kept);
  }
  const known = new Map(had?.fields);
  const newer = told.filter(([field, at]) => isBehind(known.get(field) ?? whole, at));
  if (newer.length === 0) return had;
  for (const [field] of newer) known.delete(field);
  const base = had ? { revision: whole, value: had.value } : null;
  return joined(
    group,
    base,
    value,
    [...newer, ...known],
    newer.map(([field]) => field),
  );
}

/** `base` with `fields`, of which those in `names` are as in `value`. */
function joined(
  group: string,
  base: { revision: string; value: unknown } | null,
  value: unknown,
  fields: readonly FieldWord[],
  names = fields.map(([field]) => field),
): Word {
  const division = divisions[group as keyof Facts] as {
    apart(value: unknown): Entries;
    together: Division["together"];
  };
  // The oldest answers go first: whoever forwards may name their fields as they like.
  const sorted = fields.toSorted(newestFirst).slice(0, answerLimits.most);
  const before = new Map(base ? division.apart(base.value) : []);
  const told = new Map(division.apart(value));
  const values = sorted.map(([field]): Entries[number] => [
    field,
    (names.includes(field) ? told : before).get(field),
  ]);
  const whole = base?.revision ?? "";
  const revisions = [whole, ...sorted.map(([, at]) => reportOf(at))];
  return {
    revision: revisions.reduce((one, other) => (other > one ? other : one)),
    // What is told singly stands first, so that the order of answers does not depend on what came first.
    value: division.together([...new Map([...values, ...before, ...values])].slice(0, answerLimits.most)),
    whole,
    fields: sorted,
  };
}
