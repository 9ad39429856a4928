import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { Sentence } from "../parts/sentence.tsx";

interface Props {
  readonly host: string;
  readonly busy: boolean;
  readonly open: () => void;
  readonly leave: () => void;
}

/** The question before a page is opened that this project never led to, in place. Escape says no. */
export function JoinQuestion({ host, busy, open, leave }: Props) {
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);

  function keepKeys(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    leave();
  }

  return (
    <div class="booking-question" role="alertdialog" aria-labelledby={id} onKeyDown={keepKeys}>
      <p id={id} class="setting-words">
        <Sentence say={(place) => words.acting.sure.open({ host: place })}>
          <bdi class="join-host">{host}</bdi>
        </Sentence>
      </p>
      <div class="buttons">
        <button type="button" class="button" ref={first} onClick={leave}>
          {words.acting.notNow}
        </button>
        <button
          type="button"
          class="button button-trouble"
          aria-disabled={busy}
          onClick={() => !busy && open()}
        >
          {words.acting.open}
        </button>
      </div>
    </div>
  );
}
