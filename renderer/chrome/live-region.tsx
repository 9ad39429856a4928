import type { PageState } from "../state/page-state.ts";

/** Speaks politely what has changed. Always on the page: a region that comes with its first words stays silent. */
export function LiveRegion({ state }: { state: PageState }) {
  const { text, turn } = state.said.value;
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {text && <p key={turn}>{text}</p>}
    </div>
  );
}
