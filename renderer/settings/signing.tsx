import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Problem, SigningView } from "../../common/view.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";
import { SecretForm } from "./secret-form.tsx";
import { Sure } from "./sure.tsx";

interface Props {
  readonly state: PageState;
  readonly signing: SigningView;
  readonly focused: boolean;
}

type Doing = "entering" | "keeping" | "removing" | null;

export function Signing({ state, signing, focused }: Props) {
  const [doing, set] = useState<Doing>(focused ? "entering" : null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const before = usePrevious(doing);
  useEffect(() => {
    if (focused) set("entering");
  }, [focused]);
  // What had the focus is gone with the form. Before the next key, so not in useEffect.
  useLayoutEffect(() => {
    if (doing === null && before) first.current?.focus();
  }, [doing]);

  async function remove() {
    const refused = await state.setSigningSecret(null);
    setProblem(refused);
    set(null);
    if (!refused) state.say(words.signing.removed);
  }

  const { title, help } = described(signing);
  const without = signing.state === "on" && signing.kept !== "encrypted";
  return (
    <>
      <div class="setting setting-tall">
        <div class="setting-words">
          <p class="setting-name">{title}</p>
          <p class="help">{help}</p>
          <ProblemText problem={problem} />
        </div>
        {doing === null && (
          <div class="buttons">
            <button type="button" class="button" ref={first} onClick={() => set("entering")}>
              {signing.state === "off" ? words.signing.set : words.signing.change}
            </button>
            {signing.state === "on" && signing.kept === "session" && (
              <button type="button" class="button" onClick={() => set("keeping")}>
                {words.signing.keep}
              </button>
            )}
            {signing.state !== "off" && (
              <button type="button" class="button" onClick={() => set("removing")}>
                {words.signing.remove}
              </button>
            )}
          </div>
        )}
      </div>
      {doing === "removing" && (
        <Sure action={words.signing.remove} cancel={words.signing.cancel} yes={remove} no={() => set(null)}>
          {words.signing.removeSure}
        </Sure>
      )}
      {(doing === "entering" || doing === "keeping") && (
        <SecretForm state={state} offerPlain={without} plain={doing === "keeping"} done={() => set(null)} />
      )}
    </>
  );
}

function described(signing: SigningView) {
  if (signing.state === "off") return { title: words.signing.off, help: words.signing.offHelp };
  if (signing.state === "unreadable")
    return { title: words.signing.unreadable, help: words.signing.unreadableHelp };
  return { title: words.signing.on, help: words.signing[signing.kept] };
}
