import type { UnreadableReason } from "../../../common/reasons.ts";
import { customersIn } from "./customers.ts";
import type { Branch } from "./keys.ts";
import { type Fields, fieldsIn, personFields } from "./paths.ts";
import { answerOf, booleanOf, nameOf, seatsOf, textOf, timeOf, wordOf } from "./values.ts";

/** A booking as Timekit's reader takes it. */
export type Shape = Readonly<Record<string, unknown>>;

type Shaped =
  | { readonly ok: true; readonly shape: Shape }
  | { readonly ok: false; readonly fault: UnreadableReason };

/** In the order in which Timekit's reader looks for the time. */
const timeSources = ["event", "attributes.event_info", "attributes.event"];
const texts = ["what", "where", "description"];

/** What is told of one booking, in Timekit's shape and types; what is not told is left out. */
export function shapeOf(booking: Branch): Shaped {
  const fields = fieldsIn(booking);
  const { values, answers } = fields;
  const text = (path: string) => textOf(values.get(path));
  const [id, state, graph] = [text("id"), wordOf(values.get("state")), wordOf(values.get("graph"))];
  const fault = faultOf(fields, { id, state, graph });
  if (fault) return { ok: false, fault };
  const time = (path: string) => timeOf(values.get(path)) ?? undefined;
  const textsOf = (path: string, names: readonly string[]) => told(names, (name) => text(`${path}.${name}`));
  const spanOf = (path: string) => ({
    ...told(["start", "end"], (name) => time(`${path}.${name}`)),
    ...textsOf(path, texts),
  });
  const resourceOf = (path: string) =>
    group({
      ...textsOf(path, ["id", "timezone"]),
      ...told(["name"], () => nameOf(values.get(`${path}.name`))),
    });
  const entered = told(personFields, (field) => {
    const value = values.get(`attributes.customer.${field}`);
    return field.endsWith("name") ? nameOf(value) : textOf(value);
  });
  const seats = told(["max_seats", "current_seats"], (name) =>
    seatsOf(values.get(`attributes.group_booking.${name}`)),
  );
  const shape = {
    id,
    state,
    graph,
    created_at: time("created_at"),
    updated_at: time("updated_at"),
    customers: customersIn(booking),
    event: group({ ...spanOf("event"), ...told(["allDay"], () => booleanOf(values.get("event.allDay"))) }),
    attributes: group({
      customer: group({ ...told([...answers.keys()], (field) => answerOf(answers.get(field))), ...entered }),
      event: group(spanOf("attributes.event")),
      event_info: group(spanOf("attributes.event_info")),
      group_booking: group(seats),
    }),
    user: resourceOf("user"),
    resource: resourceOf("resource"),
    project: group(textsOf("project", ["id", "name"])),
    owner_booking: group(textsOf("owner_booking", ["id"])),
  };
  return { ok: true, shape: group(shape) ?? {} };
}

interface Named {
  readonly id: string | undefined;
  readonly state: string | undefined;
  readonly graph: string | undefined;
}

/** Why it cannot be taken: what is missing first, then what could be read in several ways. */
function faultOf({ values }: Fields, named: Named): UnreadableReason | null {
  const missing = (["id", "state"] as const).filter((field) => named[field] === undefined);
  if (missing.length > 0) return { code: "zap-not-mapped", fields: missing };
  const tooLong = (["id", "state", "graph"] as const).find((field) => (named[field]?.length ?? 0) > longest);
  if (tooLong) return { code: "zap-too-long", field: tooLong };
  if (named.state === "tentative" && named.graph === undefined) return { code: "zap-no-graph" };
  const isTold = (path: string) => timeOf(values.get(path)) !== undefined;
  // Where the reader takes the time from: the next source may still have the one before a move.
  const source = timeSources.find((path) => isTold(`${path}.start`));
  const span = source === undefined ? [] : [`${source}.start`, `${source}.end`];
  const odd = [...span, "updated_at", "created_at"].find((path) => timeOf(values.get(path)) === null);
  return odd === undefined ? null : { code: "zap-odd-time", field: odd };
}

/** As Timekit's reader has it. */
const longest = 200;

function told<Value>(
  names: readonly string[],
  valueAt: (name: string) => Value | undefined,
): Record<string, Value> {
  const entries = names.map((name) => [name, valueAt(name)] as const);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Value] => entry[1] !== undefined && entry[0] !== "__proto__"),
  );
}

/** What has nothing told in it is not told itself. */
function group(values: Readonly<Record<string, unknown>>): Shape | undefined {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
