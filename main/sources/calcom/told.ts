import type { Facts, Report } from "../../bookings/facts.ts";
import { asFallback, type FieldWord } from "../../bookings/word.ts";
import type { Standing } from "./standing.ts";

/** Which fields a group tells; those in `giveWay` are behind what any other body says of them. */
export interface Told {
  readonly fields: readonly string[];
  readonly giveWay?: readonly string[];
}

/** A standing, of which Cal.com's bodies each know a part: who pays is said by two triggers alone. */
export const standingTold = ({ giveWay }: Standing): Told => ({
  fields: ["graph", "state", "status", "by", "payment", "mayBeMoved"],
  giveWay,
});

/** Of texts that are left out where they are empty, rather than being so. */
export const fullTold = (group: Readonly<Record<string, string>>, giveWay: readonly string[] = []): Told => ({
  fields: Object.keys(group).filter((field) => group[field] !== ""),
  giveWay,
});

/** The same for what a report needs. */
export function toldOf(
  groups: { readonly [Group in keyof Facts]?: Told },
  revision: string,
): NonNullable<Report["told"]> {
  const words = ({ fields, giveWay = [] }: Told): FieldWord[] =>
    fields.map((field) => [field, giveWay.includes(field) ? asFallback(revision) : revision]);
  return Object.fromEntries(Object.entries(groups).map(([group, told]) => [group, words(told)]));
}
