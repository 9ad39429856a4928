import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SetupStep } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { Status } from "../chrome/status.tsx";
import { Logo } from "../parts/logo.tsx";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { SetupFooter } from "./setup-footer.tsx";
import { StepBody } from "./step-body.tsx";
import { type OpenStep, openSteps } from "./steps.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly step: OpenStep;
}

/** The first run: three steps that can be left at any time and gone on with later. */
export function Setup({ state, view, step }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const before = usePrevious(step);
  // On for a newcomer; who has received bookings before has been asked before.
  const [login, chooseLogin] = useState(view.startAtLogin.value || !view.agenda.value.everReceived);
  // Each step begins at its top, and is read out from there.
  useLayoutEffect(() => {
    if (before) title.current?.focus();
  }, [step]);

  const goTo = (wanted: SetupStep) => state.attempt(state.ask.settings.setSetup(wanted));
  async function goOn(wanted: SetupStep) {
    const loginStays = wanted !== "done" || login === view.startAtLogin.value;
    if (loginStays || (await state.attempt(state.ask.settings.setStartAtLogin(login))).ok) await goTo(wanted);
  }
  const number = openSteps.indexOf(step) + 1;
  const { title: name, text } = words.setup.steps[step];
  return (
    <>
      <header class="header">
        <Logo class="logo" />
        <h1 class="header-title">{words.setup.title}</h1>
        <button type="button" class="button button-plain" onClick={() => void goTo("done")}>
          {words.setup.skip}
        </button>
      </header>
      <main class="content" key={step}>
        {state.failure.value && <Status state={state} />}
        <p class="setup-progress">
          <Dots number={number} />
          <span class="soft">{words.setup.progress({ step: number, of: openSteps.length })}</span>
        </p>
        <h2
          class="setup-title"
          ref={title}
          tabIndex={-1}
          aria-label={words.setup.progressSaid({ step: number, of: openSteps.length, title: name })}
        >
          {name}
        </h2>
        {text && <p class="soft setup-text">{text}</p>}
        <StepBody state={state} view={view} step={step} login={login} chooseLogin={chooseLogin} />
      </main>
      <SetupFooter step={step} ready={isReady(step, view)} go={goOn} />
    </>
  );
}

/** By hand a service is connected elsewhere, and nothing here can tell. */
function isReady(step: OpenStep, view: ViewSignals): boolean {
  if (step === "reach") return view.tunnel.value.kind !== "off";
  return step === "connect" || view.proof.value?.reached.window !== undefined;
}

function Dots({ number }: { number: number }) {
  return (
    <span class="dots" aria-hidden="true">
      {openSteps.map((step, index) => (
        <span key={step} class={index < number ? "dot dot-reached" : "dot"} />
      ))}
    </span>
  );
}
