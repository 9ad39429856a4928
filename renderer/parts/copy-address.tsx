import { Check, Copy } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

const confirmed = 2000;

/** Both labels lie on one another, so that the button keeps its width when it says "Copied". */
export function CopyAddress({ state, prominent = false }: { state: PageState; prominent?: boolean }) {
  const [copied, setCopied] = useState(0);

  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), confirmed);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    if (!(await state.copyAddress())) return;
    setCopied((times) => times + 1);
    state.say(words.copy.said);
  }

  return (
    <button type="button" class={prominent ? "button button-main copy" : "button copy"} onClick={copy}>
      <span class="copy-label" data-shown={copied === 0}>
        <Copy class="icon" aria-hidden="true" />
        {words.copy.action}
      </span>
      <span class="copy-label" data-shown={copied > 0} aria-hidden={copied === 0}>
        <Check class="icon" aria-hidden="true" />
        {words.copy.done}
      </span>
    </button>
  );
}
