import { useRef, useState } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { rowOf } from "../parts/use-roving.ts";
import type { DeliveryLog } from "../state/delivery-log.ts";

interface Props {
  readonly log: DeliveryLog;
  readonly say: (text: string) => void;
}

export function ShowOlder({ log, say }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);

  async function show() {
    if (busy) return;
    setBusy(true);
    const list = button.current?.parentElement?.querySelector("ol") ?? null;
    const before = log.lines.peek()?.length ?? 0;
    const count = await log.older();
    setBusy(false);
    if (count === 0) return;
    say(words.log.olderShown({ count }));
    // With the last page the button goes, and the focus with it.
    if (!log.more.peek())
      requestAnimationFrame(() => rowOf(list, `${log.lines.peek()?.[before]?.seq}`)?.focus());
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
