/** What a value breaks of a JSON Schema, as paths with the keyword; a keyword that this does not know is an error. */
export function brokenOf(schema: unknown, value: unknown, root = schema as Schema, path = "$"): string[] {
  return Object.entries(schema as Schema).flatMap(([keyword, wanted]) => {
    const check = Object.hasOwn(checks, keyword) ? checks[keyword] : undefined;
    if (!check) throw new Error(`No such keyword here: ${keyword}`);
    return check(wanted as never, value, { root, path, schema: schema as Schema });
  });
}

type Schema = Readonly<Record<string, unknown>>;
interface Where {
  readonly root: Schema;
  readonly path: string;
  readonly schema: Schema;
}
type Check = (wanted: never, value: unknown, where: Where) => string[];

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const unless = (holds: boolean, { path }: Where, keyword: string) => (holds ? [] : [`${path} ${keyword}`]);
const isOf: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  integer: Number.isInteger,
  null: (value) => value === null,
};
const note: Check = () => [];

const checks: Readonly<Record<string, Check>> = {
  $schema: note,
  $defs: note,
  title: note,
  description: note,
  $ref: (ref: string, value, { root, path }) => {
    const found = (root.$defs as Schema)[ref.replace("#/$defs/", "")];
    return brokenOf(found, value, root, path);
  },
  type: (name: string, value, where) => unless(isOf[name]?.(value) === true, where, "type"),
  enum: (allowed: readonly unknown[], value, where) => unless(allowed.includes(value), where, "enum"),
  anyOf: (ways: readonly Schema[], value, where) =>
    unless(
      ways.some((way) => brokenOf(way, value, where.root, where.path).length === 0),
      where,
      "anyOf",
    ),
  pattern: (pattern: string, value, where) =>
    unless(typeof value !== "string" || new RegExp(pattern, "u").test(value), where, "pattern"),
  maxLength: (most: number, value, where) =>
    unless(typeof value !== "string" || [...value].length <= most, where, "maxLength"),
  maxItems: (most: number, value, where) =>
    unless(!Array.isArray(value) || value.length <= most, where, "maxItems"),
  required: (keys: readonly string[], value, where) =>
    keys.flatMap((key) => unless(!isObject(value) || Object.hasOwn(value, key), where, `required ${key}`)),
  properties: (parts: Schema, value, { root, path }) =>
    Object.entries(isObject(value) ? value : {}).flatMap(([key, part]) =>
      Object.hasOwn(parts, key) ? brokenOf(parts[key], part, root, `${path}.${key}`) : [],
    ),
  additionalProperties: (_no: false, value, where) =>
    Object.keys(isObject(value) ? value : {}).flatMap((key) =>
      unless(Object.hasOwn(where.schema.properties as Schema, key), where, `additional ${key}`),
    ),
  items: (item: Schema, value, { root, path }) =>
    (Array.isArray(value) ? value : []).flatMap((one, at) => brokenOf(item, one, root, `${path}[${at}]`)),
};
