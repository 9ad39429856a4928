import type { ReadonlySignal } from "@preact/signals";
import type { Said } from "../state/announcer.ts";

/** Speaks politely what has changed. Always on the page: a region that comes with its first words stays silent. */
export function LiveRegion({ said }: { said: ReadonlySignal<Said> }) {
  const { text, turn } = said.value;
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {text && <p key={turn}>{text}</p>}
    </div>
  );
}
