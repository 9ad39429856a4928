import { type Booking, isClass, whoOf } from "../../../common/booking.ts";
import type { Hue } from "../../../common/hues.ts";
import { initialsOf } from "../../../common/initials.ts";
import type { ProjectRule } from "../../../common/policy.ts";
import { hueOf } from "../../../common/project-hue.ts";

/** The picture beside a notification: who it is, in the colour of the booking's project. */
export interface Portrait {
  readonly initials: string;
  readonly hue: Hue;
}

/** Null where it is of no person, or of one without a letter: then Bookbell's own icon says most. */
export function portraitOf(
  booking: Booking,
  rules: Readonly<Record<string, Pick<ProjectRule, "hue">>>,
): Portrait | null {
  const initials = isClass(booking) ? "" : initialsOf(whoOf(booking));
  return initials === "" ? null : { initials, hue: hueOf(booking.project?.id, rules) };
}
