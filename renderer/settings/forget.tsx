import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../common/view.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";
import { ForgetForm } from "./forget-form.tsx";
import { Sure } from "./sure.tsx";

type Doing = { readonly step: "entering" | "sure"; readonly mail: string } | null;

/** Removes all that is kept of a customer: whose, then whether really, then what that removed. */
export function Forget({ state }: { state: PageState }) {
  const [doing, set] = useState<Doing>(null);
  const [outcome, setOutcome] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = useRef<HTMLButtonElement>(null);
  const before = usePrevious(doing);
  // What had the focus is gone with the form.
  useLayoutEffect(() => {
    if (!doing && before) open.current?.focus();
  }, [doing]);

  function begin(mail: string) {
    setOutcome("");
    setProblem(null);
    set({ step: "entering", mail });
  }

  async function forget(mail: string) {
    const answer = await state.forgetCustomer(mail);
    const removed = answer.ok ? words.privacy.forget.removed(answer.value) : "";
    setOutcome(removed);
    setProblem(answer.ok ? null : answer.error);
    set(null);
    state.say(removed);
  }

  const { sure } = words.privacy.forget;
  return (
    <>
      <div class="setting">
        <div class="setting-words">
          <p class="setting-name">{words.privacy.forget.title}</p>
          <p class="help">{words.privacy.forget.help}</p>
          <Outcome text={outcome} />
          <ProblemText problem={problem} />
        </div>
        {!doing && (
          <button type="button" class="button" ref={open} onClick={() => begin("")}>
            {words.privacy.forget.open}
          </button>
        )}
      </div>
      {doing?.step === "entering" && (
        <ForgetForm mail={doing.mail} next={(mail) => set({ step: "sure", mail })} cancel={() => set(null)} />
      )}
      {doing?.step === "sure" && (
        <Sure
          action={words.privacy.remove}
          cancel={words.privacy.cancel}
          yes={() => forget(doing.mail)}
          no={() => begin(doing.mail)}
        >
          {sure.before}
          <bdi class="mail">{doing.mail}</bdi>
          {sure.after}
        </Sure>
      )}
    </>
  );
}
