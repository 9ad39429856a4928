import { CircleAlert } from "lucide-preact";
import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";

/** Why a setting was not taken, next to it. Spoken when it appears. */
export function ProblemText({ problem, id }: { problem: Problem | null; id?: string }) {
  const said = problem && words.problemWords(problem);
  return (
    <div role="alert" id={id}>
      {said && (
        <p class="problem">
          <CircleAlert class="icon" aria-hidden="true" />
          <span>
            {said.message} {said.remedy}
          </span>
        </p>
      )}
    </div>
  );
}
