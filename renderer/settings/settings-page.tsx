import { Search, X } from "lucide-preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { FoundSettings } from "./found-settings.tsx";
import { SectionList } from "./section-list.tsx";
import { type FoundSetting, findSettings, screenOf } from "./setting-table.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  /** What is searched for from the start. */
  readonly find: string;
}

/** All settings: their sections, or those that have the words that are searched for. */
export function SettingsPage({ state, view, find }: Props) {
  const [text, setText] = useState(find);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = findSettings(text);
  const [first] = found;
  const searching = text.trim() !== "";
  const open = (setting: FoundSetting) => state.go(screenOf(setting, text));

  useLayoutEffect(() => {
    if (find !== "") field.current?.focus();
  }, []);
  useEffect(() => {
    if (!searching) return;
    state.say(found.length === 0 ? words.settings.foundNone : words.settings.found({ count: found.length }));
  }, [found.map(({ name }) => name).join()]);

  function clear() {
    setText("");
    field.current?.focus();
  }

  function key(event: KeyboardEvent) {
    if (event.key === "Enter" && first) open(first);
    else if (event.key === "ArrowDown" && first)
      list.current?.querySelector<HTMLElement>("[data-id]")?.focus();
    else if (event.key === "Escape" && text !== "") clear();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div class="find">
        <Search class="icon" aria-hidden="true" />
        <input
          ref={field}
          type="search"
          class="find-field"
          aria-label={words.settings.search}
          placeholder={words.settings.search}
          maxLength={100}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={key}
        />
        {text !== "" && <IconButton icon={X} label={words.settings.clear} onClick={clear} />}
      </div>
      {searching ? (
        <FoundSettings found={found} list={list} open={open} />
      ) : (
        <SectionList state={state} view={view} />
      )}
    </>
  );
}
