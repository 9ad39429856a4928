import { listOf } from "./keys.ts";

type Cells = ReadonlyMap<string, unknown>;

/** Those of which each customer has one; a comment has commas of its own, and what a form asked for has lists. */
const columns = ["email", "name", "first_name", "last_name", "phone", "timezone"];

/**
 * One customer a line, of what came as one list for each property or as one text with commas. How many they are is for
 * the mail addresses to say: a name may have a comma in it. Where the columns of texts do not agree it is one
 * customer; a list of another length is of nobody knows whom.
 */
export function columnsApart(cells: Cells): readonly Cells[] {
  const told = columns.filter((column) => cells.has(column));
  const lists = new Map(told.flatMap((column) => listed(column, cells.get(column))));
  const count = (lists.get("email") ?? lists.get("name"))?.length ?? 1;
  if (count > 1) return apart(cells, told, lists, count);
  const texts = new Map(told.map((column) => [column, parts(cells.get(column))]));
  const addresses = texts.get("email") ?? [];
  const isJoined =
    addresses.length > 1 &&
    addresses.every((address) => address.includes("@")) &&
    [...texts.values()].every(({ length }) => length === addresses.length);
  return isJoined ? apart(cells, told, texts, addresses.length) : [cells];
}

function listed(column: string, value: unknown): [string, readonly unknown[]][] {
  const list = listOf(value);
  return list && list.length > 1 ? [[column, list]] : [];
}

const parts = (value: unknown): readonly string[] =>
  typeof value === "string" ? value.split(",").map((part) => part.trim()) : [];

/** What is no column is the first one's. */
function apart(
  cells: Cells,
  told: readonly string[],
  texts: ReadonlyMap<string, readonly unknown[]>,
  count: number,
): readonly Cells[] {
  const agreeing = told.filter((column) => texts.get(column)?.length === count);
  const others = [...cells].filter(([field]) => !told.includes(field));
  return Array.from({ length: count }, (_, i) => {
    const own = agreeing.map((column): [string, unknown] => [column, texts.get(column)?.[i]]);
    return new Map([...(i === 0 ? others : []), ...own]);
  });
}
