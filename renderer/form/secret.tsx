import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { SecretName, SecretView } from "../../common/secrets.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { usePrevious } from "../parts/use-previous.ts";
import { Confirm } from "./confirm.tsx";
import { type SecretChange, SecretForm } from "./secret-form.tsx";

interface Props {
  readonly name: SecretName;
  readonly secret: SecretView;
  readonly set: (change: SecretChange) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
  /** What else there is to say of it while it is set. */
  readonly note?: string;
  /** What is to be known of what is entered before it is saved. */
  readonly about?: (secret: string) => ComponentChildren;
  /** Its form is open from the start, with the focus in it. */
  readonly focused?: boolean;
}

type Doing = "entering" | "keeping" | "removing" | null;

/** Whether a secret is set and how it is kept; entered, changed and removed in place. */
export function Secret({ name, secret, set, say, note = "", focused = false, about }: Props) {
  const [doing, setDoing] = useState<Doing>(focused ? "entering" : null);
  const { problem, act } = useAct();
  const first = useRef<HTMLButtonElement>(null);
  const before = usePrevious(doing);
  useEffect(() => {
    if (focused) setDoing("entering");
  }, [focused]);
  // What had the focus is gone with the form. Before the next key, so not in useEffect.
  useLayoutEffect(() => {
    if (doing === null && before) first.current?.focus();
  }, [doing]);

  const { title, removeSure, set: enter, removed } = words.secrets[name];

  async function remove() {
    const answer = await act(() => set({ name, secret: null, plain: false }));
    setDoing(null);
    if (answer?.ok) say(removed);
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
            <button type="button" class="button" ref={first} onClick={() => setDoing("entering")}>
              {secret.state === "off" ? enter : words.secret.change}
            </button>
            {secret.state === "on" && secret.kept === "session" && (
              <button type="button" class="button" onClick={() => setDoing("keeping")}>
                {words.secret.keep}
              </button>
            )}
            {secret.state !== "off" && (
              <button type="button" class="button" onClick={() => setDoing("removing")}>
                {words.secret.remove}
              </button>
            )}
          </div>
        )}
      </div>
      {doing === "removing" && (
        <Confirm
          action={words.secret.remove}
          cancel={words.secret.cancel}
          yes={remove}
          no={() => setDoing(null)}
        >
          {removeSure}
        </Confirm>
      )}
      {(doing === "entering" || doing === "keeping") && (
        <SecretForm
          name={name}
          offerPlain={without}
          plain={doing === "keeping"}
          set={set}
          say={say}
          about={about}
          done={() => setDoing(null)}
        />
      )}
    </>
  );
}

function described(name: SecretName, secret: SecretView): string {
  const { session, why, again } = words.secrets[name];
  if (secret.state === "off") return `${words.secret.notSet} ${why}`;
  if (secret.state === "unreadable") return `${words.secret.unreadable} ${again}`;
  return secret.kept === "session" ? session : words.secret[secret.kept];
}
