import type { Posted } from "../../common/outgoing-body.ts";
import { words } from "../../common/words/page.ts";
import { DefinitionRow } from "../parts/definition-row.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { AsSlack } from "./as-slack.tsx";

/** A message exactly as its destination would get it. */
export function PostedMessage({ as }: { as: Posted }) {
  if (as.kind === "slack") return <AsSlack body={as.body} />;
  if (as.kind === "workflow") return <Variables of={as.body} />;
  return <Json body={as.body} />;
}

function Variables({ of }: { of: Readonly<Record<string, string>> }) {
  return (
    <dl class="definitions as-variables">
      {Object.entries(of).map(([name, value]) => (
        <DefinitionRow key={name} name={name}>
          {value ? <UntrustedText text={value} /> : <span class="soft">{words.rules.preview.empty}</span>}
        </DefinitionRow>
      ))}
    </dl>
  );
}

function Json({ body }: { body: object }) {
  return (
    <figure
      class="raw"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls must be reachable by key.
      tabIndex={0}
      aria-label={words.rules.preview.url}
    >
      <pre dir="ltr">{JSON.stringify(body, null, 2)}</pre>
    </figure>
  );
}
