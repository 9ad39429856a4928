import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../common/problems.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";
import { ForgetForm } from "./forget-form.tsx";
import { SetAside } from "./set-aside.tsx";
import { Sure } from "./sure.tsx";

type Doing = { readonly step: "entering" | "sure" | "busy"; readonly mail: string } | null;

/** Removes all that is kept of a customer: whose, then whether really, then what that removed. */
export function Forget({ state }: { state: PageState }) {
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

  async function forget(mail: string) {
    set({ step: "busy", mail });
    state.say(words.privacy.forget.busy);
    const answer = await state.ask.privacy.forgetCustomer(mail);
    const removed = answer.ok ? words.privacy.forget.removed(answer.value) : "";
    setOutcome(removed);
    setProblem(answer.ok ? null : answer.error);
    setSetAside(answer.ok ? answer.value.setAside : 0);
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
      {!doing && setAside > 0 && <SetAside state={state} count={setAside} done={() => setSetAside(0)} />}
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
