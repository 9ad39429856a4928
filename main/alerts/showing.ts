import { type Problem, problem } from "../../common/problems.ts";

/** Whether notifications reach the screen, as far as can be known. */
interface Showing {
  /** There is somebody to show them. */
  readonly ready: boolean;
  /** The last one tried was shown. */
  readonly lastTry: boolean;
  /** How many could not be shown, and wait. */
  readonly waiting: number;
}

/** Tells `onProblem` what keeps notifications from the screen, as long as it does; null once they come through. */
export function createShowing(onProblem: (problem: Problem | null) => void) {
  let showing: Showing = { ready: true, lastTry: true, waiting: 0 };
  let said = "null";
  return function saw(change: Partial<Showing>): void {
    showing = { ...showing, ...change };
    const problem = problemOf(showing);
    const now = JSON.stringify(problem);
    if (said === now) return;
    said = now;
    onProblem(problem);
  };
}

function problemOf({ ready, lastTry, waiting }: Showing): Problem | null {
  if (waiting > 0) return problem("notifications-wait", { count: waiting });
  if (!lastTry) return problem("notifications-failed");
  return ready ? null : problem("notifications-missing");
}
