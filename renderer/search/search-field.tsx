import { Search, X } from "lucide-preact";
import type { RefObject } from "preact";
import { words } from "../../common/words/page.ts";

interface Props {
  readonly field: RefObject<HTMLInputElement>;
  readonly text: string;
  readonly want: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What is looked for; while there is any of it, a button empties the field. */
export const SearchField = ({ field, text, want, onKeyDown }: Props) => (
  <div class="search-box">
    <Search class="icon" aria-hidden="true" />
    <input
      ref={field}
      type="search"
      class="field"
      aria-label={words.search.field}
      placeholder={words.search.field}
      autocomplete="off"
      spellcheck={false}
      maxLength={200}
      value={text}
      onInput={(event) => want(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
    {text !== "" && (
      <button
        type="button"
        class="icon-button search-clear"
        title={words.search.clear}
        aria-label={words.search.clear}
        onClick={() => {
          want("");
          field.current?.focus();
        }}
      >
        <X class="icon" aria-hidden="true" />
      </button>
    )}
  </div>
);
