import { useId, useMemo, useState } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { prettyJson } from "./body-text.ts";

/** The body as text, never as markup; one text node, however large it is. */
export function Body({ body }: { body: string }) {
  const id = useId();
  const pretty = useMemo(() => prettyJson(body), [body]);
  const [raw, setRaw] = useState(false);
  return (
    <div class="section">
      <div class="section-top">
        <h2 id={id} class="group-title">
          {words.delivery.body}
        </h2>
        {pretty !== null && (
          <button type="button" class="button toggle" aria-pressed={raw} onClick={() => setRaw(!raw)}>
            {words.delivery.asReceived}
          </button>
        )}
      </div>
      {body === "" ? (
        <p class="soft">{words.delivery.noBody}</p>
      ) : (
        <section
          key={raw ? "raw" : "pretty"}
          class="raw"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls must be reachable by key.
          tabIndex={0}
          aria-labelledby={id}
        >
          <pre dir="ltr">{raw ? body : (pretty ?? body)}</pre>
        </section>
      )}
    </div>
  );
}
