/**
 * The latest word on one group of facts. Who forwards a booking may tell a part of a group: `fields` has those that came
 * so, behind the last word on the whole of it, whose revision is `whole`; "" = there was none.
 */
export interface Word<Value = unknown> {
  readonly revision: string;
  readonly value: Value;
  readonly whole?: string;
  readonly fields?: readonly FieldWord[];
}

export type FieldWord = readonly [field: string, revision: string];

/** When a field was told. */
export const fieldToldAt = ({ revision, whole, fields }: Word, field: string): string =>
  fields ? (fields.find(([name]) => name === field)?.[1] ?? whole ?? "") : revision;

/** Whether anything of it is the word of that revision. */
export const isOfRevision = ({ revision, whole, fields }: Word, wanted: string): boolean =>
  [revision, whole, ...(fields ?? []).map(([, at]) => at)].some(
    (at) => at === wanted || at === asFallback(wanted),
  );

/** Of a field that stands in for another: behind all that was told of the field itself, however old. */
export const asFallback = (revision: string): string => `-${revision}`;

/** The revision of the report that told a field. */
export const reportOf = (at: string): string => at.replace(/^-/, "");
