import type { AgendaItem } from "../../common/agenda.ts";
import type { TimeFormat } from "../../common/time.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { secondLine } from "../text/booking-text.ts";

interface Props {
  readonly item: AgendaItem;
  readonly day: string;
  readonly now: number;
  readonly format: TimeFormat;
  /** Tab stops at what it leads to. */
  readonly reachable: boolean;
  /** Opens another booking than the row's own. */
  readonly open: (id: string) => void;
}

/** "subject · where", and whatever else tells this row from another. */
export function SecondLine({ item, day, now, format, reachable, open }: Props) {
  const parts = secondLine(item, day, now, format);
  if (parts.length === 0) return null;
  return (
    <p class="row-sub">
      {parts.map(({ text, own, opens }, index) => (
        <span key={text} class={index === 0 ? "row-part" : "row-part row-part-more"}>
          {!own && <UntrustedText text={text} />}
          {own && opens === null && text}
          {own && opens !== null && (
            <button
              type="button"
              class="link row-link"
              tabIndex={reachable ? 0 : -1}
              onClick={() => open(opens)}
            >
              {text}
            </button>
          )}
        </span>
      ))}
    </p>
  );
}
