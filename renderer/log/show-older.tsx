import { useRef, useState } from "preact/hooks";
import { rowOf } from "../parts/use-roving.ts";
import type { PageState } from "../state/page-state.ts";
import { words } from "../words.ts";

export function ShowOlder({ state }: { state: PageState }) {
  const button = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);

  async function show() {
    if (busy) return;
    setBusy(true);
    const list = button.current?.parentElement?.querySelector("ol") ?? null;
    const before = state.log.lines.peek()?.length ?? 0;
    const count = await state.log.older();
    setBusy(false);
    if (count === 0) return;
    state.say(words.log.olderShown(count));
    // With the last page the button goes, and the focus with it.
    if (!state.log.more.peek())
      requestAnimationFrame(() => rowOf(list, `${state.log.lines.peek()?.[before]?.seq}`)?.focus());
  }

  return (
    <button
      type="button"
      class="button log-older"
      ref={button}
      aria-disabled={busy}
      onClick={() => void show()}
    >
      {words.log.older}
    </button>
  );
}
