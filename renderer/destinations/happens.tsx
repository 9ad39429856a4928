import { Monitor, Plus } from "lucide-preact";
import { alertKinds, type Treatment, treatments } from "../../common/policy.ts";
import type { SettingsView } from "../../common/settings.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { draftOf, wholeOf } from "./draft.ts";
import { OpenRow } from "./open-row.tsx";
import { RuleRow } from "./rule-row.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly from: "today" | "settings";
  /** What was opened from here last. */
  readonly back: string | null;
}

const text = words.destinations.happens;

/** All that happens when a booking changes: the desktop first, then each rule. */
export function Happens({ state, view, from, back }: Props) {
  const { go } = state;
  const destinations = view.destinations.value;
  const rules = view.rules.value;

  return (
    <Group title={text.title}>
      <ul class="lines">
        <li>
          <OpenRow
            icon={Monitor}
            focused={back === "desktop"}
            open={() => go({ name: "notifications", from: "destinations" })}
          >
            <span class="setting-name">{text.desktop}</span>
            {desktopLines(view.settings.value).map((line) => (
              <span key={line} class="help">
                {line}
              </span>
            ))}
          </OpenRow>
        </li>
        {rules.map((rule) => {
          const destination = destinations.find(({ id }) => id === rule.destination);
          return (
            destination && (
              <RuleRow
                key={rule.id}
                rule={rule}
                destination={destination}
                now={view.now.value}
                format={view.format.value}
                focused={back === rule.id}
                open={() => go({ name: "rule", id: rule.id, destination: null, from })}
                turn={(on) => state.ask.destinations.saveRule(wholeOf({ ...draftOf(rule), on }))}
              />
            )
          );
        })}
      </ul>
      {destinations.length > 0 && (
        <OpenRow
          icon={Plus}
          focused={back === "rule"}
          open={() => go({ name: "rule", id: null, destination: null, from })}
        >
          <span class="setting-name">{text.add}</span>
          <span class="help">{rules.length === 0 ? text.noRule : text.addHelp}</span>
        </OpenRow>
      )}
      {rules.length > 0 && <p class="setting help">{text.always}</p>}
    </Group>
  );
}

/** What the desktop does with each kind of change. */
function desktopLines({ alerts, projects }: SettingsView): string[] {
  const line = (treatment: Treatment) => {
    const kinds = alertKinds.filter((kind) => alerts[kind] === treatment);
    const names = kinds.map((kind) => words.told.kinds[kind]);
    return kinds.length > 0 && text[treatment]({ kinds: words.listed(names) });
  };
  const otherwise = Object.values(projects).filter((rule) => rule.alerts !== null).length;
  return [...treatments.map(line), otherwise > 0 && text.projects({ count: otherwise })].filter(
    (said) => said !== false,
  );
}
