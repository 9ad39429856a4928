import { ChevronDown } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { dayAndMonth, dayName, weekdayOf } from "../text/date-text.ts";
import { Month } from "./month.tsx";

/** The day that the window is on; pressed, it opens the month. */
export function DayTitle({ state, view }: { state: PageState; view: ViewSignals }) {
  const [open, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const format = view.format.value;
  const { diary } = state;
  const [shown, today] = [diary.shown.value, diary.today.value];
  useEffect(() => {
    if (!open) return;
    const elsewhere = ({ target }: Event) => {
      if (!holder.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
    };
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }
  return (
    <div class="day-title" ref={holder}>
      <h1 class="header-title">
        <button
          type="button"
          class="day-title-button"
          title={words.day.pick}
          aria-haspopup="dialog"
          aria-expanded={open}
          ref={button}
          onClick={() => setOpen(!open)}
        >
          <span>{dayName(shown, today) ?? <WeekdayName {...{ shown, format }} />}</span>{" "}
          <span class="day-title-date" lang={format.locale} dir="auto">
            <span class="wide">{dayAndMonth(shown, today, format)}</span>
            <span class="narrow">{dayAndMonth(shown, today, format, "short")}</span>
          </span>
          <ChevronDown class="icon" aria-hidden="true" />
        </button>
      </h1>
      {open && <Month state={state} view={view} close={close} />}
    </div>
  );
}

const WeekdayName = ({ shown, format }: { shown: string; format: Parameters<typeof weekdayOf>[1] }) => (
  <span lang={format.locale}>
    <span class="wide">{weekdayOf(shown, format, "long")}</span>
    <span class="narrow">{weekdayOf(shown, format, "short")}</span>
  </span>
);
