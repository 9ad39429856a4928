import { useEffect } from "preact/hooks";
import { problem as problemOf } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { CopyAddress, copyAddress, hasPublicAddress } from "../chrome/copy-address.tsx";
import { lastBookingText, WayState } from "../chrome/receiver-state.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { momentOf } from "../text/moment.ts";
import { UnknownKey } from "./host-key.tsx";

const addressChanged = problemOf("address-changed");

/** Whether bookings arrive through the tunnel, since when, and what can be done at once. */
export function Health({ state, view }: { state: PageState; view: ViewSignals }) {
  const { busy, problem, act } = useAct();
  const reach = view.reach.value;
  const holder = useFocusKept<HTMLElement>();
  const before = usePrevious(reach.state);
  useEffect(() => {
    if (before === "unknown" && reach.state === "receiving")
      state.say(words.reach.reachable({ host: reach.host ?? "" }));
  }, [reach.state]);
  if (reach.state === "off") return null;
  return (
    <section class={`health health-${reach.state}`} aria-label={words.tunnel.health} ref={holder}>
      <WayState health={state.health} view={view} />
      <p class="help">{timesOf(view)}</p>
      <p class="help">{lastBookingText(view)}</p>
      <ProblemText problem={problem ?? reach.problem ?? (reach.moved ? addressChanged : null)} />
      {reach.hostKey && (
        <UnknownKey hostKey={reach.hostKey} trust={state.ask.tunnel.trustHostKey} say={state.say} />
      )}
      <div class="buttons">
        <button
          type="button"
          class="button"
          aria-disabled={busy}
          onClick={() => void act(() => state.ask.tunnel.reconnect())}
        >
          {reach.state === "receiving" ? words.reach.check : words.reach.retry}
        </button>
        {hasPublicAddress(view) && <CopyAddress isPublic copy={() => copyAddress(state)} />}
      </div>
    </section>
  );
}

function timesOf(view: ViewSignals): string {
  const { state, since, checkedAt } = view.reach.value;
  const when = (at: number) => momentOf(at, view.now.value, view.format.value);
  const checked =
    checkedAt === null ? words.reach.notChecked : words.reach.checked({ when: when(checkedAt) });
  return state === "receiving" ? `${words.agenda.since({ when: when(since) })} · ${checked}` : checked;
}
