import type { AgendaItem } from "../../common/agenda.ts";
import type { TimeFormat } from "../../common/time.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { secondLine } from "../text/booking-text.ts";

interface Props {
  readonly item: AgendaItem;
  readonly day: string;
  readonly now: number;
  readonly format: TimeFormat;
}

/** "subject · where", and whatever else tells this row from another. */
export function SecondLine({ item, day, now, format }: Props) {
  const parts = secondLine(item, day, now, format);
  if (parts.length === 0) return null;
  return (
    <p class="row-sub">
      {parts.map(({ text, own }, index) => (
        <span key={text} class={index === 0 ? "row-part" : "row-part row-part-more"}>
          {own ? text : <UntrustedText text={text} />}
        </span>
      ))}
    </p>
  );
}
