import {
  ArrowLeftRight,
  Ban,
  Check,
  CircleHelp,
  Clock,
  ClockAlert,
  Hourglass,
  type LucideIcon,
  Pencil,
  Plus,
  X,
} from "lucide-preact";
import { type AlertKind, alertKinds, treatments } from "../../common/policy.ts";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { ChoiceGrid } from "../form/choice-grid.tsx";
import { LinkRow } from "../form/link-row.tsx";
import { OnOff } from "../form/on-off.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

const icons: Readonly<Record<AlertKind, LucideIcon>> = {
  new: Plus,
  asked: CircleHelp,
  confirmed: Check,
  moved: ArrowLeftRight,
  cancelled: Ban,
  declined: X,
  unpaid: ClockAlert,
  held: Clock,
  details: Pencil,
  expired: Hourglass,
};

/** Which kinds of change notify, with or without a sound, and where they are sent besides the desktop. */
export function NotificationsPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { changeSettings: change, go } = state;
  const settings = view.settings.value;
  return (
    <>
      <Card>
        <Anchor name="kinds">
          <ChoiceGrid
            title={words.alerts.about}
            rows={alertKinds.map((value) => ({
              value,
              label: words.alerts.kinds[value],
              icon: icons[value],
            }))}
            options={treatments.map((value) => ({ value, label: words.alerts.treatments[value] }))}
            chosen={settings.alerts}
            choose={(kind, chosen) => change({ alerts: { ...settings.alerts, [kind]: chosen } })}
          />
        </Anchor>
      </Card>
      <Card>
        <Anchor name="sound">
          <OnOff
            name={words.alerts.sound}
            help={words.alerts.soundHelp}
            value={settings.sound}
            choose={(on) => change({ sound: on })}
          />
        </Anchor>
        <Anchor name="destinations">
          <LinkRow
            name={words.destinations.title}
            help={elsewhereOf(state, view)}
            onClick={() => go({ name: "destinations", from: "settings", back: null })}
          />
        </Anchor>
        {view.mayShowTwice.value && <p class="setting help">{words.alerts.twice}</p>}
      </Card>
    </>
  );
}

/** What leaves this computer, or what is wrong with that. */
function elsewhereOf({ status }: PageState, { destinations, rules }: ViewSignals): string {
  const trouble = status.value.find(({ action }) => action?.leads === "destinations");
  const count = destinations.value.length;
  if (trouble) return trouble.message;
  if (count === 0) return words.destinations.nothing;
  const isSending = rules.value.some(({ on }) => on);
  return isSending ? words.destinations.count({ count }) : words.destinations.noRules({ count });
}
