import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import { problemLine, type StatusLine } from "../state/status.ts";
import { StatusLines } from "./status-lines.tsx";

/** The worst of what is wrong, if anything, and how much more there is; `except` is said elsewhere on the screen. */
export function Status({ state, except = "" }: { state: PageState; except?: string }) {
  const failure = state.failure.value;
  const failed = failure ? [failureLine(failure, state.view.value !== null)] : [];
  const lines = [...failed, ...state.banner.lines.value.filter(({ key }) => key !== except)];
  if (lines.length === 0) return null;
  return (
    <StatusLines
      state={state}
      lines={lines.slice(0, 1)}
      label={words.status.label}
      more={lines.length - 1}
      hushable
    />
  );
}

/** What the user asked for last and did not get, if anything. */
export function Failure({ state }: { state: PageState }) {
  const failure = state.failure.value;
  if (!failure) return null;
  return <StatusLines state={state} lines={[failureLine(failure, true)]} label={words.status.label} />;
}

/** What could not be done is dismissed; a page that has nothing to show asks again. */
function failureLine(failure: Problem, loaded: boolean): StatusLine {
  const action = loaded
    ? ({ label: words.status.dismiss, leads: "dismiss" } as const)
    : ({ label: words.status.retry, leads: "load" } as const);
  return { ...problemLine("failure", "caution", words.problemWords(failure)), action };
}
