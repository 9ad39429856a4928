import { Unplug } from "lucide-preact";
import type { Health } from "../../common/health.ts";
import type { Remedy, Trouble } from "../../common/trouble.ts";
import { words } from "../../common/words/page.ts";
import { Logo } from "../parts/logo.tsx";

/** While bookings cannot be kept: what is not known is not free. */
export function NotKnown() {
  return (
    <section class="empty" aria-labelledby="empty">
      <h2 id="empty" class="empty-title">
        {words.agenda.notKnown.title}
      </h2>
      <p class="soft">{words.agenda.notKnown.text}</p>
    </section>
  );
}

/** Nothing has come yet: when it will, or why it cannot. */
export function NoneYet({ health, mend }: { health: Health | null; mend: (remedy: Remedy) => void }) {
  if (health?.level === "not-set-up") return <NotSetUp trouble={health.trouble} mend={mend} />;
  return (
    <section class="empty" aria-labelledby="empty">
      <span class="empty-disc">
        <Logo class="empty-icon" />
      </span>
      <h2 id="empty" class="empty-title">
        {words.agenda.noneYet.title}
      </h2>
      {health?.level === "receiving" && <p class="soft empty-text">{words.agenda.noneYet.text}</p>}
    </section>
  );
}

function NotSetUp({ trouble, mend }: { trouble: Trouble; mend: (remedy: Remedy) => void }) {
  const { remedy } = trouble;
  const said = words.problemWords(trouble.problem);
  return (
    <section class="empty" aria-labelledby="empty">
      <span class="empty-disc empty-disc-caution">
        <Unplug class="empty-icon" aria-hidden="true" />
      </span>
      <h2 id="empty" class="empty-title">
        {said.message}
      </h2>
      <p class="soft empty-text">{said.remedy}</p>
      {remedy && (
        <button type="button" class="button button-main" onClick={() => mend(remedy)}>
          {words.health.actions[remedy]}
        </button>
      )}
    </section>
  );
}
