import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SecretName, SecretView } from "../../common/secrets.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { SecretForm } from "./secret-form.tsx";
import { Sure } from "./sure.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly name: SecretName;
  /** What else there is to say of it while it is set. */
  readonly note?: string;
  /** Its form is open from the start, with the focus in it. */
  readonly focused?: boolean;
}

type Doing = "entering" | "keeping" | "removing" | null;

/** Whether a secret is set and how it is kept; entered, changed and removed in place. */
export function Secret({ state, view, name, note = "", focused = false }: Props) {
  const [doing, set] = useState<Doing>(focused ? "entering" : null);
  const { problem, act } = useAct();
  const first = useRef<HTMLButtonElement>(null);
  const before = usePrevious(doing);
  useEffect(() => {
    if (focused) set("entering");
  }, [focused]);
  // What had the focus is gone with the form. Before the next key, so not in useEffect.
  useLayoutEffect(() => {
    if (doing === null && before) first.current?.focus();
  }, [doing]);

  const secret = view.secrets.value[name];
  const { title, what, removeSure } = words.secrets[name];

  async function remove() {
    const done = await act(() => state.ask.secrets.set({ name, secret: null, plain: false }));
    set(null);
    if (done) state.say(words.secret.removed(title));
  }

  const without = secret.state === "on" && secret.kept !== "encrypted";
  return (
    <>
      <div class="setting setting-tall">
        <div class="setting-words">
          <p class="setting-name">{title}</p>
          <p class="help">
            {described(name, secret)} {secret.state === "on" && note}
          </p>
          <ProblemText problem={problem} />
        </div>
        {doing === null && (
          <div class="buttons">
            <button type="button" class="button" ref={first} onClick={() => set("entering")}>
              {secret.state === "off" ? words.secret.set(what) : words.secret.change}
            </button>
            {secret.state === "on" && secret.kept === "session" && (
              <button type="button" class="button" onClick={() => set("keeping")}>
                {words.secret.keep}
              </button>
            )}
            {secret.state !== "off" && (
              <button type="button" class="button" onClick={() => set("removing")}>
                {words.secret.remove}
              </button>
            )}
          </div>
        )}
      </div>
      {doing === "removing" && (
        <Sure action={words.secret.remove} cancel={words.secret.cancel} yes={remove} no={() => set(null)}>
          {removeSure}
        </Sure>
      )}
      {(doing === "entering" || doing === "keeping") && (
        <SecretForm
          state={state}
          name={name}
          offerPlain={without}
          plain={doing === "keeping"}
          done={() => set(null)}
        />
      )}
    </>
  );
}

function described(name: SecretName, secret: SecretView): string {
  const { what, why, again } = words.secrets[name];
  if (secret.state === "off") return `${words.secret.notSet} ${why}`;
  if (secret.state === "unreadable") return `${words.secret.unreadable} ${again}`;
  return secret.kept === "session" ? words.secret.session(what) : words.secret[secret.kept];
}
