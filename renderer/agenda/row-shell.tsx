import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { AgendaItem } from "../../common/agenda.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import type { Place } from "../parts/use-virtual-rows.ts";
import { spoken } from "../text/booking-text.ts";

/** A row of the list, whatever it looks like. */
export interface RowProps {
  readonly item: AgendaItem;
  /** Its row: of several days each has one. */
  readonly id: string;
  /** The one it is listed in, "2026-11-23". */
  readonly day: string;
  readonly now: number;
  readonly format: TimeFormat;
  /** Says whose booking it is, as there are others'. */
  readonly marked: boolean;
  /** It was not looked at since it changed. */
  readonly fresh: boolean;
  /** The one row that Tab stops at. */
  readonly current: boolean;
  /** Opens its booking, or that other one. */
  readonly open: (other?: string) => void;
}

interface Props extends RowProps {
  readonly kind: string;
  readonly place: Place;
  readonly revealed: boolean;
  readonly children: ComponentChildren;
}

/** Opens its booking wherever it is pressed, but on what does something else. */
export function RowShell({ kind, children, ...props }: Props) {
  const { item, id, day, now, format, marked, fresh, current, revealed, place, open } = props;
  const label = useMemo(
    () => spoken(item, day, { now, format, marked, fresh }),
    [item, day, now, format, marked, fresh],
  );
  return (
    // The button in it is for who needs one; the rest of the row only makes it larger.
    <li
      class={`row row-${kind}`}
      {...place}
      data-id={id}
      data-booking={item.booking.id}
      data-day={day}
      data-revealed={revealed || undefined}
      // Arrow keys go through the rows, and the focus unfolds long texts.
      tabIndex={current ? 0 : -1}
      aria-roledescription={words.agenda.row}
      aria-label={label}
      onClick={({ target }) => {
        if (!isOther(target as Element) && !isSelecting()) open();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        // Else the same key would press the button that has the focus then.
        event.preventDefault();
        open();
      }}
    >
      {children}
    </li>
  );
}

/** It has a press of its own. */
function isOther(target: Element): boolean {
  const pressed = target.closest("button, a, form, [role=alertdialog]");
  return pressed !== null && !pressed.classList.contains("row-open");
}

const isSelecting = () => document.getSelection()?.type === "Range";
