import { CalendarDays, Users } from "lucide-preact";
import type { Booking } from "../../common/booking.ts";
import { isClass, whoOf } from "../../common/booking.ts";
import { initialsOf } from "../../common/initials.ts";
import { useHue } from "../text/hue.ts";

/** Who it is, in the hue of its project; its ring says what is not settled: dashed = asked for, plain = on hold. */
export function Circle({ booking }: { booking: Booking }) {
  const { status, project } = booking;
  const hueOf = useHue();
  const ofMany = isClass(booking);
  const initials = ofMany ? "" : initialsOf(whoOf(booking));
  const ring = status === "asked" ? "circle-asked" : status === "held" ? "circle-held" : "";
  const Icon = ofMany ? Users : CalendarDays;
  return (
    <span class={`circle hue-${hueOf(project?.id)} ${ring}`} aria-hidden="true">
      {initials || <Icon class="icon" />}
    </span>
  );
}
