import { columnsApart } from "./columns.ts";
import { type Branch, branchOf, lettersOf, listOf, segmentsOf } from "./keys.ts";
import { personFields, withoutWrapper } from "./paths.ts";
import { answerOf, nameOf, textOf } from "./values.ts";

/** One customer by Timekit's keys, with what the form asked for besides. */
export type Customer = Readonly<Record<string, unknown>>;

const fields: ReadonlyMap<string, string> = new Map(personFields.map((field) => [lettersOf(field), field]));

/** A number behind the word says which customer is meant. */
const head = new RegExp(`^customers?(\\d{0,3})(${[...fields.keys()].join("|")})?$`);
const isNumber = (text: string) => /^\d{1,3}$/.test(text);

/** A booking's customers in whichever way they came: a list, one object, numbered, a column each; undefined = none told. */
export function customersIn(booking: Branch): readonly Customer[] | undefined {
  const rows = new Map<string, Map<string, unknown>>();

  function put(row: string, key: string, value: unknown) {
    const cells = rows.get(row) ?? new Map<string, unknown>();
    rows.set(row, cells);
    const field = fields.get(lettersOf(key)) ?? key;
    if (!cells.has(field)) cells.set(field, value);
  }

  function look(value: unknown, [segment, ...rest]: readonly string[], row: string): void {
    if (segment !== undefined) {
      if (row === "" && isNumber(segment)) look(value, rest, `${Number(segment)}`);
      else if (rest.length === 0) put(row, segment, value);
      return;
    }
    const list = row === "" ? listOf(value) : null;
    if (list) for (const [i, item] of list.entries()) look(item, [], `${i}`);
    else
      for (const [key, cell] of Object.entries(branchOf(value) ?? {}))
        if (row === "") look(cell, segmentsOf(key), "");
        else put(row, key, cell);
  }

  const entries = Object.entries(booking);
  const native = entries.filter(([key]) => key === "customers");
  // What there is besides Timekit's own key only fills in.
  for (const [key, value] of [...native, ...entries.filter(([key]) => key !== "customers")]) {
    const segments = pathOf(segmentsOf(key));
    if (segments) look(value, segments, "");
  }
  const people = inOrder(rows)
    .map(personOf)
    .filter((person) => Object.keys(person).length > 0);
  return people.length > 0 ? people : undefined;
}

/** What follows on "customers" in a key; null = it tells of none. */
function pathOf(segments: readonly string[]): readonly string[] | null {
  const [first = "", ...rest] = segments;
  const [, number, field] = head.exec(lettersOf(first)) ?? [];
  if (number !== undefined) return [number, ...(field === undefined ? [] : [field]), ...rest].filter(Boolean);
  const inner = withoutWrapper(segments);
  return inner && pathOf(inner);
}

function inOrder(rows: ReadonlyMap<string, ReadonlyMap<string, unknown>>) {
  const numbered = [...rows]
    .filter(([row]) => row !== "")
    .sort(([one], [other]) => Number(one) - Number(other));
  const [first, ...others] = numbered.map(([, cells]) => cells);
  const plain = rows.get("") ?? new Map<string, unknown>();
  return first ? [new Map([...plain, ...first]), ...others] : columnsApart(plain);
}

const isName = (field: string) => /^(?:first_|last_)?name$/.test(field);

function personOf(cells: ReadonlyMap<string, unknown>): Customer {
  const told = [...cells].map(([field, value]): [string, unknown] => {
    if (isName(field)) return [field, nameOf(value)];
    return [field, personFields.includes(field) ? textOf(value) : answerOf(value)];
  });
  return Object.fromEntries(told.filter(([field, value]) => value !== undefined && field !== "__proto__"));
}
