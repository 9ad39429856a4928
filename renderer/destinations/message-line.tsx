import { useState } from "preact/hooks";
import type { OutgoingLine } from "../../common/destination-view.ts";
import type { Answer } from "../../common/ipc.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { Confirm } from "../form/confirm.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { beginningOf, momentOf } from "../text/moment.ts";

interface Props {
  readonly line: OutgoingLine;
  readonly now: number;
  readonly format: TimeFormat;
  readonly sendAgain: () => Promise<Answer<unknown>>;
  readonly drop: () => Promise<Answer<unknown>>;
  /** With what is to be said of it. */
  readonly done: (said: string) => void;
}

const text = words.messages;

/** One message: of which change, since when it waits, why, and what can be done. */
export function MessageLine({ line, now, format, sendAgain, drop, done }: Props) {
  const { message, owedAt, state, tries, doubtful, why } = line;
  const [dropping, setDropping] = useState(false);
  const { problem, act } = useAct();
  const holder = useFocusKept<HTMLLIElement>();
  const time = message.time ?? message.previous;
  const when = time ? beginningOf(time, now, format) : text.noTime;
  const kind = message.test ? text.test : words.alerts.kinds[message.kind];
  const what = text.what({ kind, when });
  const whyWords = why && words.problemWords(why);

  async function press(asked: () => Promise<Answer<unknown>>, said: string) {
    const answer = await act(asked);
    setDropping(false);
    if (answer?.ok) done(said);
  }

  return (
    <li ref={holder}>
      <div class="message">
        <p class="message-top">
          <span class="setting-name">{what}</span>
          {doubtful && <span class="tag tag-doubtful">{text.doubtful}</span>}
        </p>
        {message.project?.name && (
          <p class="help">
            <UntrustedText text={message.project.name} />
          </p>
        )}
        <p class="help">{text.since({ when: momentOf(owedAt, now, format), tries })}</p>
        {whyWords && (
          <p class="help caution">
            {whyWords.message} {whyWords.remedy}
          </p>
        )}
        <ProblemText problem={problem} />
        {!dropping && (
          <div class="buttons">
            {state === "given-up" && (
              <button
                type="button"
                class="button"
                aria-label={text.againName({ what })}
                onClick={() => void press(sendAgain, text.sentAgain)}
              >
                {text.again}
              </button>
            )}
            <button
              type="button"
              class="button"
              aria-label={text.dropName({ what })}
              onClick={() => setDropping(true)}
            >
              {text.drop}
            </button>
          </div>
        )}
      </div>
      {dropping && (
        <Confirm
          action={text.drop}
          cancel={words.secret.cancel}
          yes={() => press(drop, text.dropped)}
          no={() => setDropping(false)}
        >
          {text.dropSure}
        </Confirm>
      )}
    </li>
  );
}
