import { Search } from "lucide-preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { findSettings } from "../settings/setting-table.ts";
import type { PageState, PaletteList } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { titleOf } from "../text/booking-text.ts";
import { commandsFor } from "./command.ts";
import { commandsOf, snoozeCommands } from "./commands.ts";
import { OptionList } from "./option-list.tsx";
import { actionOption, bookingOption, type Option, settingOption } from "./options.ts";
import { toSnooze } from "./target.ts";
import { useFoundBookings } from "./use-found-bookings.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly shown: PaletteList;
}

/** As many settings as are worth a look beside bookings and actions. */
const mostSettings = 5;

/** Whatever can be done, found by typing: actions, bookings and settings. */
export function Palette({ state, view, shown }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { title, options } = useOptions({ state, view, shown }, text);
  const active = options[Math.min(at, options.length - 1)];
  // The dialog keeps keys and focus from what is behind it, and gives the focus back.
  useLayoutEffect(() => dialog.current?.showModal(), []);

  function close() {
    dialog.current?.close();
    state.palette.value = null;
  }
  function run(option: Option | undefined) {
    if (!option) return;
    close();
    option.run();
  }
  function keyed(event: KeyboardEvent) {
    event.stopPropagation();
    const { key } = event;
    const isOpener = key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (key === "Escape" || isOpener) close();
    else if (key === "ArrowDown") setAt((at + 1) % Math.max(1, options.length));
    else if (key === "ArrowUp") setAt((at - 1 + options.length) % Math.max(1, options.length));
    else if (key === "Enter") run(active);
    // There is one field, and the list is led through from it.
    else if (key !== "Tab") return;
    event.preventDefault();
  }
  return (
    <dialog
      class="palette"
      ref={dialog}
      aria-label={title}
      onKeyDown={keyed}
      onCancel={close}
      onPointerDown={({ target }) => target === dialog.current && close()}
    >
      <div class="palette-box">
        <div class="palette-top">
          <Search class="icon" aria-hidden="true" />
          <input
            class="palette-field"
            role="combobox"
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={active && `${id}-${options.indexOf(active)}`}
            aria-autocomplete="list"
            aria-label={shown.list === "all" ? words.palette.field : title}
            placeholder={shown.list === "all" ? words.palette.field : title}
            autocomplete="off"
            spellcheck={false}
            maxLength={200}
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              setAt(0);
            }}
          />
        </div>
        <OptionList id={id} options={options} active={active} wanted={text} choose={run} />
        <p class="palette-keys" aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> {words.palette.move} <kbd>↵</kbd> {words.palette.run}
          <span class="palette-close">
            <kbd>{words.palette.escape}</kbd> {words.palette.close}
          </span>
        </p>
      </div>
    </dialog>
  );
}

/** What there is to choose from, and what the list is called. */
function useOptions({ state, view, shown }: Props, text: string) {
  const bookings = useFoundBookings(state, shown.list === "all" ? text : "");
  const [now, format] = [view.now.value, view.format.value];
  if (shown.list === "snooze") {
    const booking = toSnooze(state, view, shown.id)?.booking;
    const commands = booking ? snoozeCommands(state, view, booking) : [];
    return {
      title: words.palette.snooze({ who: booking ? titleOf(booking) : "" }),
      options: commandsFor(text, commands).map(actionOption),
    };
  }
  return {
    title: words.palette.title,
    options: [
      ...commandsFor(text, commandsOf(state, view, shown.id)).map(actionOption),
      ...bookings.map((booking) => bookingOption(state, booking, now, format)),
      ...findSettings(text)
        .slice(0, mostSettings)
        .map((setting) => settingOption(state, setting)),
    ],
  };
}
