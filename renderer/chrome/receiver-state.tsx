import type { ReadonlySignal } from "@preact/signals";
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
  Unplug,
} from "lucide-preact";
import type { Health } from "../../common/health.ts";
import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { momentOf } from "../text/moment.ts";

interface Props {
  readonly health: ReadonlySignal<Health | null>;
  readonly view: ViewSignals;
}

interface Look {
  readonly icon: LucideIcon;
  readonly tone: "well" | "calm" | "caution" | "trouble";
}

/** The sign of each, of a shape of its own. */
export const looks: Readonly<Record<Health["level"], Look>> = {
  failed: { icon: CircleX, tone: "trouble" },
  refusing: { icon: OctagonAlert, tone: "trouble" },
  "not-receiving": { icon: CircleX, tone: "trouble" },
  "not-set-up": { icon: Unplug, tone: "caution" },
  degraded: { icon: TriangleAlert, tone: "caution" },
  checking: { icon: CircleDashed, tone: "calm" },
  receiving: { icon: CircleCheck, tone: "well" },
};

/** How Bookbell is, as shape, colour and words. */
export function ReceiverState({ health, view }: Props) {
  const now = health.value;
  return now && <StateLine level={now.level} text={stateText(now, view)} />;
}

/** When Timekit last posted one: of what is to arrive, the only proof. */
export function lastBookingText(view: ViewSignals): string {
  const last = view.tallies.value.received?.last;
  return last === undefined
    ? words.health.noBooking
    : words.health.lastBooking({ when: momentOf(last, view.now.value, view.format.value) });
}

/** The same for the way in alone, unless something worse keeps bookings from being received. */
export function WayState({ health, view }: Props) {
  const level = health.value?.level;
  const { state: reach, host } = view.reach.value;
  const open = reach === "receiving" || reach === "unknown";
  if (!open || !(level === "degraded" || level === "not-set-up"))
    return <ReceiverState health={health} view={view} />;
  return reach === "receiving" ? (
    <StateLine level="receiving" text={words.reach.reachable({ host: host ?? "" })} />
  ) : (
    <StateLine level="checking" text={words.health.checking} />
  );
}

function StateLine({ level, text }: { level: Health["level"]; text: string }) {
  const { icon: Icon, tone } = looks[level];
  return (
    <p class={`receiver receiver-${tone}`}>
      <Icon class="icon" aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}

/** How Bookbell is, and since when, in a line. */
export function stateText(health: Health, view: ViewSignals): string {
  const relayed = view.relay.value;
  // What waits at a relay comes at once, before the whole way was tried.
  if (health.level === "receiving" || (health.level === "checking" && relayed.catchingUp !== null))
    return words.receivingText({ tunnel: view.tunnel.value, reach: view.reach.value, relay: relayed });
  if (health.level === "checking")
    return view.receiver.value.state === "starting" ? words.health.starting : words.health.checking;
  const { since: at, problem } = health.trouble;
  if (at === null) return words.health.levels[health.level];
  const since = momentOf(at, view.now.value, view.format.value);
  const { kind, relay } = view.tunnel.value;
  if (kind !== "relay" || !relay) return words.health.notReceivingSince({ since });
  const { team } = relay;
  return isBeyondRelay(problem.code)
    ? words.health.relayUnreachedSince({ team, since })
    : words.health.notConnectedSince({ team, since });
}

/** This computer is connected, and what is posted does not come through. */
const isBeyondRelay = (code: Problem["code"]): boolean =>
  code.startsWith("relay-door-") || beyondRelay.has(code);

const beyondRelay: ReadonlySet<Problem["code"]> = new Set(["relay-full", "relay-silent", "relay-address"]);
