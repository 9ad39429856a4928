import { Eye } from "lucide-preact";
import type { TargetedEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DestinationView } from "../../common/destination-view.ts";
import type { DestinationKind } from "../../common/destinations.ts";
import type { Answer, InputOf, OutputOf } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";

type Save = (draft: InputOf<"destinations.save">) => Promise<Answer<OutputOf<"destinations.save">>>;

interface Props {
  readonly kind: DestinationKind;
  /** Null while it is a new one. */
  readonly destination: DestinationView | null;
  /** This system has no keyring, so the user may choose to do without. */
  readonly offerPlain: boolean;
  readonly save: Save;
  readonly saved: (id: string) => void;
}

const text = words.destination;

/** What a destination is called, and its address, which lives in this form only until it is saved. */
export function DestinationForm({ kind, destination, offerPlain, save, saved }: Props) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState(destination?.label ?? "");
  const [address, setAddress] = useState("");
  const [shown, show] = useState(false);
  const [plain, setPlain] = useState(false);
  const { busy, problem, act } = useAct();
  const own = words.destinations.kinds[kind];
  useLayoutEffect(() => {
    if (!destination) first.current?.focus();
  }, []);

  const pasted = address.trim();
  const lacking = label.trim() === "" || (!destination && pasted === "");
  const host = hostOf(pasted) ?? destination?.host;

  async function submit(event: TargetedEvent<HTMLFormElement>) {
    event.preventDefault();
    if (lacking) return;
    const draft = { id: destination?.id ?? null, kind, label: label.trim(), address: pasted || null, plain };
    const answer = await act(() => save(draft));
    if (answer?.ok) saved(answer.value.id);
  }

  return (
    <form class="secret" onSubmit={(event) => void submit(event)}>
      <label class="setting-name" for={`${id}-label`}>
        {text.label}
      </label>
      <input
        id={`${id}-label`}
        ref={first}
        class="field"
        type="text"
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        placeholder={own.example}
        value={label}
        aria-describedby={`${id}-label-help`}
        onInput={(event) => setLabel(event.currentTarget.value)}
      />
      <p class="help" id={`${id}-label-help`}>
        {text.labelHelp}
      </p>
      <label class="setting-name" for={id}>
        {own.address}
      </label>
      <div class="secret-row">
        <input
          id={id}
          class="field"
          type={shown ? "text" : "password"}
          autocomplete="off"
          spellcheck={false}
          maxLength={2100}
          value={address}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-help ${id}-problem`}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <IconButton icon={Eye} label={text.show} pressed={shown} onClick={() => show(!shown)} />
      </div>
      <p class="help" id={`${id}-help`}>
        {destination ? text.staysHelp({ at: words.destinations.at(destination) }) : own.addressHelp}{" "}
        {text.secret}
      </p>
      <ProblemText problem={problem} id={`${id}-problem`} />
      {offerPlain && (
        <label class="check">
          <input
            type="checkbox"
            checked={plain}
            onChange={(event) => setPlain(event.currentTarget.checked)}
          />
          <span>{text.keepPlain}</span>
        </label>
      )}
      {host && <p class="leaves">{words.destinations.leaves({ host })}</p>}
      <div class="buttons">
        <button type="submit" class="button button-main" disabled={lacking} aria-disabled={busy}>
          {destination ? text.save : text.add}
        </button>
      </div>
    </form>
  );
}

/** The host of what was pasted; null while it is no address. */
const hostOf = (address: string): string | null =>
  /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).host || null : null;
