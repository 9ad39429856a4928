import { ExternalLink, Video } from "lucide-preact";
import type { AgendaItem } from "../../common/agenda.ts";
import { joinServiceOf } from "../../common/join-link.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { isAsking } from "../agenda/acts-below.tsx";
import { ConfirmingLine } from "../agenda/confirming-line.tsx";
import { named, namedAct } from "../agenda/named-act.ts";
import type { Acts } from "../agenda/use-acts.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { confirmKey, declineKey, joinKey } from "../text/single-keys.ts";

interface Props {
  readonly item: AgendaItem;
  readonly acts: Acts;
  readonly format: TimeFormat;
}

/** The one thing that is most likely wanted of a booking: to answer it, or to join it. */
export function PrimaryAction(props: Props) {
  const { acts } = props;
  const holder = useFocusKept<HTMLDivElement>();
  return (
    <div class="primary" ref={holder}>
      {isAsking(acts) ? null : acts.confirming ? (
        <ConfirmingLine {...props} reachable />
      ) : acts.actions.includes("confirm") ? (
        <Answer {...props} />
      ) : acts.elsewhere ? (
        <AnswerElsewhere {...props} />
      ) : (
        acts.canJoin && <Join {...props} />
      )}
    </div>
  );
}

function Answer({ item, acts, format }: Props) {
  return (
    <div class="primary-two">
      <button
        type="button"
        class="button button-main button-primary"
        aria-label={namedAct("confirm", item, format)}
        aria-keyshortcuts={confirmKey}
        data-key={confirmKey}
        aria-disabled={acts.busy}
        onClick={() => !acts.busy && void acts.confirm()}
      >
        {words.acting.confirm}
      </button>
      <button
        type="button"
        class="button button-primary"
        aria-label={namedAct("decline", item, format)}
        aria-keyshortcuts={declineKey}
        aria-disabled={acts.busy}
        onClick={() => !acts.busy && acts.setQuestion("decline")}
      >
        {words.acting.declineOpen}
      </button>
    </div>
  );
}

function AnswerElsewhere({ item, acts, format }: Props) {
  const { elsewhere } = acts;
  if (!elsewhere) return null;
  const { service, hasPage, connect } = elsewhere;
  const label = words.acting.answerIn({ service });
  return (
    <>
      {hasPage && (
        <button
          type="button"
          class="button button-main button-primary"
          aria-label={named(label, item, format)}
          aria-disabled={acts.busy}
          onClick={() => !acts.busy && void acts.openPage()}
        >
          <ExternalLink class="icon" aria-hidden="true" />
          {label}
        </button>
      )}
      <p class="primary-more">
        <button type="button" class="link" onClick={connect}>
          {words.acting.connect({ service })}
        </button>
      </p>
    </>
  );
}

function Join({ item, acts, format }: Props) {
  const host = item.join ?? "";
  const service = joinServiceOf(host);
  const label = service ? words.acting.joinService({ service }) : words.acting.join({ host });
  return (
    <button
      type="button"
      class="button button-main button-primary"
      aria-label={named(label, item, format)}
      aria-keyshortcuts={joinKey}
      data-key={joinKey}
      aria-disabled={acts.busy}
      onClick={() => !acts.busy && void acts.join()}
    >
      <Video class="icon" aria-hidden="true" />
      {label}
    </button>
  );
}
