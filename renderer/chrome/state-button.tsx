import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { lastBookingText, looks, stateText } from "./receiver-state.tsx";

/** How Bookbell is, in a word beside a sign of its own shape; leads to what happened. */
export function StateButton({ state, view }: { state: PageState; view: ViewSignals }) {
  const health = state.health.value;
  if (!health) return null;
  const { icon: Icon, tone } = looks[health.level];
  const well = health.level === "receiving";
  const { tunnel, reach, relay } = view;
  const through = well
    ? words.receivingText({ tunnel: tunnel.value, reach: reach.value, relay: relay.value })
    : stateText(health, view);
  const calm = well && relay.value.catchingUp === null && tunnel.value.kind !== "relay";
  return (
    <button
      type="button"
      class={`button footer-state footer-${tone}`}
      title={`${through}\n${lastBookingText(view)}`}
      onClick={() => state.goToActivity(well || health.level === "checking" ? "everything" : "problems")}
    >
      {calm ? <span class="footer-dot" aria-hidden="true" /> : <Icon class="icon" aria-hidden="true" />}
      <span class="footer-text">{calm ? words.health.receiving : through}</span>
    </button>
  );
}
