import { Check, Copy } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";

const confirmed = 2000;

interface Props {
  readonly label: string;
  readonly done: string;
  readonly copy: () => Promise<Answer<unknown> | null>;
  /** For who does not see what stands beside the button. */
  readonly name?: string;
  readonly describedBy?: string;
  /** What it looks like. */
  readonly kind?: "button" | "tile";
}

/** Both labels lie on one another, so that the button keeps its width when it says "Copied". */
export function CopyButton({ label, done, copy, name, describedBy, kind = "button" }: Props) {
  const [copied, setCopied] = useState(0);

  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), confirmed);
    return () => clearTimeout(timer);
  }, [copied]);

  async function press() {
    if ((await copy())?.ok) setCopied((times) => times + 1);
  }

  return (
    <button
      type="button"
      class={`${kind} copy`}
      aria-label={name}
      aria-describedby={describedBy}
      onClick={() => void press()}
    >
      <span class="copy-label" data-shown={copied === 0}>
        <Copy class="icon" aria-hidden="true" />
        {label}
      </span>
      <span class="copy-label" data-shown={copied > 0} aria-hidden={copied === 0}>
        <Check class="icon" aria-hidden="true" />
        {done}
      </span>
    </button>
  );
}
