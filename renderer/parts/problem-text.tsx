import { CircleAlert } from "lucide-preact";
import type { Problem } from "../../common/problems.ts";

/** Why a setting was not taken, next to it. Spoken when it appears. */
export function ProblemText({
  problem,
  id,
}: {
  problem: Pick<Problem, "message" | "remedy"> | null;
  id?: string;
}) {
  return (
    <div role="alert" id={id}>
      {problem && (
        <p class="problem">
          <CircleAlert class="icon" aria-hidden="true" />
          <span>
            {problem.message} {problem.remedy}
          </span>
        </p>
      )}
    </div>
  );
}
