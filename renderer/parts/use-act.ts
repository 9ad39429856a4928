import { useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { problemOf } from "../state/answer.ts";

/** Asks main for one thing at a time: whether it is on its way, and why it was refused. */
export function useAct() {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** What main answered; null = it was not asked, as it still has the last one. */
  async function act<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T> | null> {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    const answer = await ask();
    running.current = false;
    setBusy(false);
    setProblem(problemOf(answer));
    return answer;
  }
  return { busy, problem, act };
}
