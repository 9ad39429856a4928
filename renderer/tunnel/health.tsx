import { useEffect } from "preact/hooks";
import type { Answer, Requests } from "../../common/ipc.ts";
import { problem as problemOf } from "../../common/problems.ts";
import type { AddressReach } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { CopyAddress, hasPublicAddress } from "../chrome/copy-address.tsx";
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

interface Props {
  readonly view: ViewSignals;
  readonly health: PageState["health"];
  readonly ask: Pick<Requests["tunnel"], "reconnect" | "trustHostKey">;
  /** Copies the address. */
  readonly copy: () => Promise<Answer<AddressReach>>;
  readonly say: (text: string) => void;
}

/** Whether bookings arrive through the tunnel, since when, and what can be done at once. */
export function Health({ view, health, ask, copy, say }: Props) {
  const { busy, problem, act } = useAct();
  const reach = view.reach.value;
  const holder = useFocusKept<HTMLElement>();
  const before = usePrevious(reach.state);
  useEffect(() => {
    if (before === "unknown" && reach.state === "receiving")
      say(words.reach.reachable({ host: reach.host ?? "" }));
  }, [reach.state]);
  if (reach.state === "off") return null;
  return (
    <section class={`health health-${reach.state}`} aria-label={words.tunnel.health} ref={holder}>
      <WayState health={health} view={view} />
      <p class="help">{timesOf(view)}</p>
      <p class="help">{lastBookingText(view)}</p>
      <ProblemText problem={problem ?? reach.problem ?? (reach.moved ? addressChanged : null)} />
      {reach.hostKey && <UnknownKey hostKey={reach.hostKey} trust={ask.trustHostKey} say={say} />}
      <div class="buttons">
        <button
          type="button"
          class="button"
          aria-disabled={busy}
          onClick={() => void act(() => ask.reconnect())}
        >
          {reach.state === "receiving" ? words.reach.check : words.reach.retry}
        </button>
        {hasPublicAddress(view) && <CopyAddress isPublic copy={copy} />}
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
