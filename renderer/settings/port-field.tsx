import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ports } from "../../common/ports.ts";
import type { Problem } from "../../common/view.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

const outOfRange = { code: "port-range", message: words.settings.portRange, remedy: "" };

/** The port, or null when that is none a program may listen on. */
function portOf(text: string): number | null {
  const port = /^\d{4,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return port >= ports.least && port <= ports.most ? port : null;
}

interface Props {
  readonly state: PageState;
  readonly port: number;
  readonly focused: boolean;
}

/** Takes effect on Enter or on leaving; what is no port is said at once and never sent. */
export function PortField({ state, port, focused }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const tried = useRef(String(port));
  const [text, setText] = useState(String(port));
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    setText(String(port));
    tried.current = String(port);
  }, [port]);
  useLayoutEffect(() => {
    if (focused) input.current?.select();
  }, [focused]);

  async function apply() {
    tried.current = text;
    const wanted = portOf(text);
    if (wanted === null) return setProblem(outOfRange);
    if (wanted === port) return setProblem(null);
    const refused = await state.changeSettings({ port: wanted });
    setProblem(refused);
    if (!refused) state.say(words.settings.saved);
  }

  return (
    <div class="setting">
      <div class="setting-words">
        <label class="setting-name" for={id}>
          {words.settings.port}
        </label>
        <p class="help" id={`${id}-help`}>
          {words.settings.portHelp}
        </p>
        <ProblemText problem={problem} id={`${id}-problem`} />
      </div>
      <input
        id={id}
        ref={input}
        class="field field-port"
        inputMode="numeric"
        autocomplete="off"
        maxLength={5}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help ${id}-problem`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          if (problem && portOf(event.currentTarget.value) !== null) setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void apply();
        }}
        onBlur={() => {
          // What was refused on Enter is not asked again on leaving.
          if (text !== tried.current) void apply();
        }}
      />
    </div>
  );
}
