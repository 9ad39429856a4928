import type { Facts } from "../../bookings/facts.ts";
import type { Payload } from "../timekit/payload.ts";

/** A field that is told. What `standsIn` for the place where Timekit's reader looks first gives way to any word from there. */
export interface ToldField {
  readonly field: string;
  readonly standsIn: boolean;
}

export type Told = { readonly [Group in keyof Facts]?: readonly ToldField[] };

/**
 * Which fields of each group of facts a forwarded booking tells, of those that may be told in part: Zapier leaves out
 * what is empty, and the user what they did not map, so nothing is told that is not there.
 */
export function toldOf(facts: Facts, payload: Payload, isAllDayTold: boolean): Told {
  const { standing, times, texts, host, project, customers, answers } = facts;
  return {
    ...(standing.native.graph === "" && {
      standing: all(["state", "status", "by", "payment", "mayBeMoved"]),
    }),
    ...(times && { times: timesTold(times, payload, isAllDayTold) }),
    ...(texts && {
      texts: all(full(texts), (field) => texts[field as keyof typeof texts] !== inEvent(payload, field)),
    }),
    ...(host && { host: all(full(host)) }),
    ...(project && { project: all(full(project)) }),
    ...(customers && { customers: customersTold(customers, payload) }),
    ...(answers && { answers: all(answers.map(({ field }) => field)) }),
  };
}

const all = (fields: readonly string[], standsIn: (field: string) => boolean = () => false): ToldField[] =>
  fields.map((field) => ({ field, standsIn: standsIn(field) }));

const full = (group: Readonly<Record<string, string>>): string[] =>
  Object.keys(group).filter((field) => group[field] !== "");

/** Without an end, the reader ends it where it begins. What was asked for may have moved since. */
function timesTold({ start, end }: NonNullable<Facts["times"]>, { event }: Payload, isAllDayTold: boolean) {
  const fields = ["start", ...(end > start ? ["end"] : []), ...(isAllDayTold ? ["allDay"] : [])];
  return all(fields, () => !event?.start);
}

const eventKeys: Readonly<Record<string, "what" | "where" | "description">> = {
  subject: "what",
  place: "where",
  description: "description",
};

const inEvent = ({ event }: Payload, field: string) => event?.[eventKeys[field] ?? "what"].trim();

/** Without a name, the reader calls them by their address; half a name is none. */
function customersTold(
  [first, ...others]: NonNullable<Facts["customers"]>,
  { customers, attributes }: Payload,
) {
  if (!first) return [];
  const { name, ...contact } = first;
  const fields = full({ ...contact, name: name === first.email ? "" : name });
  const [listed] = customers ?? [];
  const isNamed = listed && (listed.name || (listed.first_name && listed.last_name));
  return all([...fields, ...(others.length > 0 ? ["others"] : [])], (field) => {
    if (field === "timeZone") return !attributes?.customer?.timezone;
    return field === "name" ? !isNamed : !listed;
  });
}
