import type { SetupStep } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { type OpenStep, openSteps } from "./steps.ts";

interface Props {
  readonly step: OpenStep;
  /** What the step is for is done. */
  readonly ready: boolean;
  readonly go: (step: SetupStep) => Promise<void>;
}

/** Back and onward; a step that is not finished yet holds nobody up. */
export function SetupFooter({ step, ready, go }: Props) {
  const at = openSteps.indexOf(step);
  const back = openSteps[at - 1];
  const next = openSteps[at + 1] ?? "done";
  return (
    <footer class="footer setup-footer">
      {back && (
        <button type="button" class="button" onClick={() => void go(back)}>
          {words.setup.back}
        </button>
      )}
      <button
        type="button"
        class={ready ? "button button-main setup-next" : "button setup-next"}
        onClick={() => void go(next)}
      >
        {next === "done" ? words.setup.done : words.setup.next}
      </button>
    </footer>
  );
}
