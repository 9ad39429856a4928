import { type Branch, branchOf, lettersOf, segmentsOf } from "./keys.ts";

const times = ["start", "end", "what", "where", "description"];
const resource = ["id", "name", "timezone"];

/** What Timekit has in a person. */
export const personFields = ["name", "first_name", "last_name", "email", "phone", "timezone", "comment"];

const under = (parent: string, fields: readonly string[]) => fields.map((field) => `${parent}.${field}`);

/** What Bookbell reads of a booking, but for its customers, who may be many. */
const paths = [
  ...["id", "state", "graph", "created_at", "updated_at"],
  ...under("event", [...times, "allDay"]),
  ...under("attributes.customer", personFields),
  ...under("attributes.event_info", times),
  ...under("attributes.event", times),
  ...under("attributes.group_booking", ["max_seats", "current_seats"]),
  ...["user", "resource"].flatMap((parent) => under(parent, resource)),
  ...under("project", ["id", "name"]),
  "owner_booking.id",
];

const byLetters: ReadonlyMap<string, string> = new Map(paths.map((path) => [lettersOf(path), path]));

/** Where a path may go on: whatever is not among them need not be looked into. */
const parents: ReadonlySet<string> = new Set(
  paths.flatMap((path) => {
    const segments = path.split(".");
    return segments.slice(1).map((_, i) => lettersOf(segments.slice(0, i + 1).join(".")));
  }),
);

/** What users and Zapier put a booking into. */
const wrappers = ["data", "booking", "payload", "rawbody", "body"];
const wrapper = new RegExp(`^(?:${wrappers.join("|")})(?=.)`);

/** Whether Timekit has something of that name in a booking: it is then no wrapper of one. */
export function isOwnKey(key: string): boolean {
  const letters = lettersOf(key);
  return byLetters.has(letters) || parents.has(letters) || /^(?:customers?\d*|calendar|meta)$/.test(letters);
}

/** The id and the state that stand in an object itself, in whatever spelling; of a wrapper's only both. */
export function namedIn(branch: Branch): { readonly id?: unknown; readonly state?: unknown } {
  const named: { id?: unknown; state?: unknown } = {};
  const within: { id?: unknown; state?: unknown } = {};
  for (const [key, value] of Object.entries(branch)) {
    const letters = lettersOf(key);
    const inner = letters.replace(wrapper, "");
    if (letters === "id" || letters === "state") named[letters] ??= value;
    else if (inner === "id" || inner === "state") within[inner] ??= value;
  }
  return within.id !== undefined && within.state !== undefined && !("id" in named && "state" in named)
    ? within
    : named;
}

type Tier = "nested" | "spelled" | "wrapped";

/** What was found of a booking. */
export interface Fields {
  /** By Timekit's path, such as "event.start". */
  readonly values: ReadonlyMap<string, unknown>;
  /** What the form asked the customer for besides, under "attributes.customer". */
  readonly answers: ReadonlyMap<string, unknown>;
}

/**
 * What Timekit's table of paths finds in an object. Timekit's own nesting wins, then the first spelling in the order of
 * the body, then what bears a wrapper's name before it; that comes first where it alone has both id and state.
 */
export function fieldsIn(booking: Branch): Fields {
  const found: Record<Tier, Map<string, unknown>> = {
    nested: new Map(),
    spelled: new Map(),
    wrapped: new Map(),
  };
  const answers = new Map<string, unknown>();

  /** `exact` = the way there in Timekit's own words, as long as it is nested as Timekit's is. */
  function look(value: unknown, segments: readonly string[], at: string, exact: string | null, tier?: Tier) {
    const [segment = "", ...rest] = segments;
    const letters = lettersOf(segment);
    if (letters === "") return;
    const here = at + letters;
    const path = exact === null || rest.length > 0 ? null : exact + segment;
    const target = rest.length === 0 ? byLetters.get(here) : undefined;
    if (target !== undefined) {
      const values = found[tier ?? (path === target ? "nested" : "spelled")];
      if (!values.has(target)) values.set(target, value);
    } else if (parents.has(here)) {
      if (rest.length > 0) return look(value, rest, here, null, tier);
      for (const [key, child] of Object.entries(branchOf(value) ?? {}))
        look(child, segmentsOf(key), here, path === null ? null : `${path}.`, tier);
    } else if (at === "attributescustomer" && rest.length === 0 && !answers.has(segment))
      answers.set(segment, value);
  }

  for (const [key, value] of Object.entries(booking)) {
    const segments = segmentsOf(key);
    look(value, segments, "", "");
    const inner = withoutWrapper(segments);
    if (inner) look(value, inner, "", null, "wrapped");
  }
  const { nested, spelled, wrapped } = found;
  const own = new Map([...spelled, ...nested]);
  const isWithin = isNamed(wrapped) && !isNamed(own);
  return { values: new Map(isWithin ? [...own, ...wrapped] : [...wrapped, ...own]), answers };
}

const isNamed = (values: ReadonlyMap<string, unknown>) => values.has("id") && values.has("state");

/** "Data Event Start" and "data__event__start" without the data; null where no wrapper's name is before it. */
export function withoutWrapper([first = "", ...rest]: readonly string[]): readonly string[] | null {
  const letters = lettersOf(first);
  if (wrappers.includes(letters)) return rest.length > 0 ? rest : null;
  return wrapper.test(letters) ? [letters.replace(wrapper, ""), ...rest] : null;
}
