import { Split } from "lucide-preact";
import type { DestinationView } from "../../common/destination-view.ts";
import type { Rule } from "../../common/destinations.ts";
import type { Answer } from "../../common/ipc.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { Switch } from "../form/switch.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { OpenRow } from "./open-row.tsx";
import { RuleSentence, ruleSaid } from "./rule-sentence.tsx";
import { troubleOf } from "./standing.tsx";

interface Props {
  readonly rule: Rule;
  readonly destination: DestinationView;
  readonly now: number;
  readonly format: TimeFormat;
  readonly focused: boolean;
  readonly open: () => void;
  readonly turn: (on: boolean) => Promise<Answer<unknown>>;
}

/** A rule as one sentence, which leads to it, and its switch. */
export function RuleRow({ rule, destination, now, format, focused, open, turn }: Props) {
  const trouble = troubleOf(destination, now, format);
  const { label } = destination;
  const { problem, act } = useAct();
  return (
    <li class={rule.on ? "rule-row" : "rule-row rule-row-off"}>
      <div class="rule-words">
        <OpenRow icon={Split} focused={focused} open={open}>
          <span class="rule-sentence">
            <RuleSentence rule={rule} to={label} />
          </span>
          {trouble && <span class="help caution">{trouble}</span>}
        </OpenRow>
        <ProblemText problem={problem} />
      </div>
      <Switch
        label={words.rules.on({ rule: ruleSaid(rule, label) })}
        value={rule.on}
        choose={(on) => act(() => turn(on))}
      />
    </li>
  );
}
