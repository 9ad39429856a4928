import { TriangleAlert } from "lucide-preact";
import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";

/** What could not be shown, where it would stand, and the way to ask once more. */
export function Failed({ problem, again }: { problem: Problem; again?: () => void }) {
  const { message, remedy } = words.problemWords(problem);
  return (
    <div class="status-line status-caution failed" role="alert">
      <TriangleAlert class="icon" aria-hidden="true" />
      <div class="status-text">
        <p class="status-what">{message}</p>
        <p class="status-remedy">{remedy}</p>
      </div>
      {again && (
        <button type="button" class="button" onClick={again}>
          {words.status.retry}
        </button>
      )}
    </div>
  );
}
