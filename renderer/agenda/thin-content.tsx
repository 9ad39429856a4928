import { ArrowRightLeft, Ban, Check, Clock, type LucideIcon } from "lucide-preact";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { offText, subjectOf, tagsOf } from "../text/booking-text.ts";
import type { RowProps } from "./row-shell.tsx";
import { RowTime } from "./row-time.tsx";
import { RowTitle } from "./row-title.tsx";
import { Tags } from "./tags.tsx";

/** What will not take place, or did already, as one line. */
export function ThinContent(row: RowProps) {
  const { item, day, now, format, marked, fresh } = row;
  const { booking, off } = item;
  const subject = subjectOf(booking);
  const Icon = iconOf(row);
  return (
    <>
      <RowTime booking={booking} day={day} format={format} thin />
      <span class="thin-mark">
        <Icon class="icon" aria-hidden="true" />
      </span>
      <div class="thin-text">
        <RowTitle item={item} fresh={fresh} />
        <Tags tags={tagsOf(item, format, marked)} />
        {off && <span class="thin-more row-reason">{offText(item, day, now, format)}</span>}
        {!off && subject && (
          <span class="thin-more">
            <UntrustedText text={subject} />
          </span>
        )}
      </div>
    </>
  );
}

function iconOf({ item: { booking, off } }: RowProps): LucideIcon {
  if (!off) return Check;
  if (booking.status === "moved") return ArrowRightLeft;
  return booking.status === "expired" ? Clock : Ban;
}
