import { useEffect, useRef } from "preact/hooks";
import type { FullScreenAct, FullScreen as Shown } from "../../common/full-screen.ts";
import { words } from "../../common/words/full-screen.ts";
import { snoozeKey } from "../text/single-keys.ts";

const byKey: Readonly<Record<string, FullScreenAct>> = { Escape: "close", s: "snooze", S: "snooze" };

const keyOf = { join: words.keys.enter, snooze: snoozeKey, close: words.keys.close } as const;

/** A booking that begins, over everything else, with the way in. */
export function FullScreen({ shown, act }: { shown: Shown; act: (what: FullScreenAct) => void }) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus();
    function press({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) {
      const what = ctrlKey || altKey || metaKey ? undefined : byKey[key];
      if (what) act(what);
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  const buttons = [
    ...(shown.join === null ? [] : [{ what: "join" as const, label: shown.join }]),
    { what: "snooze" as const, label: words.snooze },
    { what: "close" as const, label: words.close },
  ];
  return (
    <main class="full" aria-labelledby="who" aria-describedby="when">
      <p id="when" class="full-when">
        {words.now} <span class="full-time">{shown.time}</span>
      </p>
      <h1 id="who" class="full-who" dir="auto">
        {shown.who}
      </h1>
      {shown.subject && (
        <p class="full-about" dir="auto">
          {shown.subject}
        </p>
      )}
      {shown.where && (
        <p class="full-about" dir="auto">
          {shown.where}
        </p>
      )}
      <div class="full-acts">
        {buttons.map(({ what, label }, index) => (
          <button
            key={what}
            {...(index === 0 && { ref: first })}
            type="button"
            class={index === 0 ? "full-act full-act-main" : "full-act"}
            onClick={() => act(what)}
          >
            {label}
            <span class="full-key" aria-hidden="true">
              {index === 0 ? words.keys.enter : keyOf[what]}
            </span>
          </button>
        ))}
      </div>
    </main>
  );
}
