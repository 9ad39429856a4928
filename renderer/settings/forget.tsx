import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Forgotten } from "../../common/delivery.ts";
import type { Answer } from "../../common/ipc.ts";
import type { Problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { Confirm } from "../form/confirm.tsx";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { Sentence } from "../parts/sentence.tsx";
import { usePrevious } from "../parts/use-previous.ts";
import { problemOf } from "../state/answer.ts";
import { ForgetForm } from "./forget-form.tsx";
import { SetAside } from "./set-aside.tsx";

type Doing = { readonly step: "entering" | "sure" | "busy"; readonly mail: string } | null;

interface Props {
  readonly forget: (mail: string) => Promise<Answer<Forgotten>>;
  readonly removeSetAside: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** Removes all that is kept of a customer: whose, then whether really, then what that removed. */
export function Forget({ forget, removeSetAside, say }: Props) {
  const [doing, set] = useState<Doing>(null);
  const [outcome, setOutcome] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [setAside, setSetAside] = useState(0);
  const open = useRef<HTMLButtonElement>(null);
  const before = usePrevious(doing);
  // What had the focus is gone with the form.
  useLayoutEffect(() => {
    if (!doing && before) open.current?.focus();
  }, [doing]);

  function begin(mail: string) {
    setOutcome("");
    setProblem(null);
    setSetAside(0);
    set({ step: "entering", mail });
  }

  async function goOn(mail: string) {
    set({ step: "busy", mail });
    say(words.privacy.forget.busy);
    const answer = await forget(mail);
    const removed = answer.ok ? words.privacy.forget.removed(answer.value) : "";
    setOutcome(removed);
    setProblem(problemOf(answer));
    setSetAside(answer.ok ? answer.value.setAside : 0);
    set(null);
    say(removed);
  }

  return (
    <>
      <div class="setting">
        <div class="setting-words">
          <p class="setting-name">{words.privacy.forget.title}</p>
          <p class="help">{words.privacy.forget.help}</p>
          {doing?.step === "busy" && <p class="help">{words.privacy.forget.busy}</p>}
          <Outcome text={outcome} />
          <ProblemText problem={problem} />
        </div>
        {!doing && (
          <button type="button" class="button" ref={open} onClick={() => begin("")}>
            {words.privacy.forget.open}
          </button>
        )}
      </div>
      {!doing && setAside > 0 && (
        <SetAside count={setAside} remove={removeSetAside} say={say} done={() => setSetAside(0)} />
      )}
      {doing?.step === "entering" && (
        <ForgetForm mail={doing.mail} next={(mail) => set({ step: "sure", mail })} cancel={() => set(null)} />
      )}
      {doing?.step === "sure" && (
        <Confirm
          action={words.privacy.remove}
          cancel={words.privacy.cancel}
          yes={() => goOn(doing.mail)}
          no={() => begin(doing.mail)}
        >
          <Sentence say={(place) => words.privacy.forget.sure({ mail: place })}>
            <bdi class="mail">{doing.mail}</bdi>
          </Sentence>
        </Confirm>
      )}
    </>
  );
}
