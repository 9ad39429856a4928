import { Circle, CircleCheck, CircleDashed, CircleX } from "lucide-preact";
import { type ProofStep, type ProofView, proofSteps } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";

const icons = { reached: CircleCheck, under: CircleDashed, stopped: CircleX, waiting: Circle };

/** The five steps, each with its mark, its word for who cannot see it, and its time. */
export function ProofSteps({ proof }: { proof: ProofView | null }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: A list without bullets is no list to VoiceOver unless it says so.
    <ol class="proof-steps" role="list" aria-label={words.proof.list}>
      {proofSteps.map((step) => (
        <Step key={step} step={step} proof={proof} />
      ))}
    </ol>
  );
}

function Step({ step, proof }: { step: ProofStep; proof: ProofView | null }) {
  const how = howIs(step, proof);
  const Icon = icons[how];
  const ms = proof?.reached[step];
  const problem = how === "stopped" && proof?.failed ? words.problemWords(proof.failed.problem) : null;
  return (
    <li class={`proof-step proof-${how}`}>
      <Icon class="icon" aria-hidden="true" />
      <div class="proof-words">
        <p>
          {words.proof.steps[step]}
          <span class="visually-hidden">, {words.proof[how]}</span>
        </p>
        {problem && (
          <p class="proof-problem">
            {problem.message} {problem.remedy}
          </p>
        )}
      </div>
      {ms !== undefined && <span class="proof-time">{words.proof.took({ ms: Math.round(ms) })}</span>}
    </li>
  );
}

function howIs(step: ProofStep, proof: ProofView | null): keyof typeof icons {
  if (!proof) return "waiting";
  if (proof.reached[step] !== undefined) return "reached";
  if (proof.failed) return proof.failed.step === step ? "stopped" : "waiting";
  return proofSteps.find((each) => proof.reached[each] === undefined) === step ? "under" : "waiting";
}
