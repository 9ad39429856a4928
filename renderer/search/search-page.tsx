import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Found, searchStates, searchTimes } from "../../common/found.ts";
import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { Failed } from "../parts/failed.tsx";
import { useReturn } from "../parts/use-return.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Filter } from "./filter.tsx";
import { Results } from "./results.tsx";
import { SearchField } from "./search-field.tsx";

/** Looks for bookings while words are typed. */
export function SearchPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const wanted = state.searching.value;
  const [answer, setAnswer] = useState<Answer<Found> | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const asked = wanted.text.trim() !== "";
  const found = asked && answer?.ok ? answer.value : null;
  const leave = useReturn(list, state.left, "search", (found?.bookings.length ?? 0) > 0);
  // Before the next key comes: who types at once would have their first letters selected, and typed over.
  useLayoutEffect(() => {
    if (state.left.peek()?.screen !== "search") field.current?.select();
  }, []);
  useEffect(() => {
    let left = false;
    if (asked)
      void state.ask.bookings.search(wanted).then((came) => {
        if (left) return;
        setAnswer(came);
        if (came.ok)
          state.say(words.search.found({ count: came.value.bookings.length, more: came.value.more }));
      });
    else setAnswer(null);
    return () => {
      left = true;
    };
  }, [wanted, view.agenda.value]);

  const open = (id: string) => state.go({ name: "booking", id, from: { name: "search" } });
  const want = (part: Partial<typeof wanted>) => {
    state.searching.value = { ...wanted, ...part };
  };
  function keys(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    if (event.key === "Enter") void openFirst();
    else list.current?.querySelector<HTMLElement>("[data-id]")?.focus();
  }
  // Asked for anew: who types fast presses Enter before the last letter was answered.
  async function openFirst() {
    const came = await state.ask.bookings.search(state.searching.peek());
    const [first] = came.ok ? came.value.bookings : [];
    if (first && state.screen.peek().name === "search") open(first.id);
  }
  return (
    <search class="search">
      <SearchField field={field} text={wanted.text} want={(text) => want({ text })} onKeyDown={keys} />
      <div class="search-filters">
        <Filter
          name={words.search.state}
          options={searchStates.map((value) => ({ value, label: words.search.states[value] }))}
          value={wanted.state}
          choose={(chosen) => want({ state: chosen })}
        />
        <Filter
          name={words.search.time}
          options={searchTimes.map((value) => ({ value, label: words.search.times[value] }))}
          value={wanted.time}
          choose={(chosen) => want({ time: chosen })}
        />
      </div>
      {answer && !answer.ok && <Failed problem={answer.error} />}
      {found && (
        <Results
          found={found}
          wanted={wanted.text}
          list={list}
          now={view.now.value}
          format={view.format.value}
          open={(id) => {
            leave(id);
            open(id);
          }}
        />
      )}
    </search>
  );
}
