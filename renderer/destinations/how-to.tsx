import type { DestinationKind } from "../../common/destinations.ts";
import { workflowVariables } from "../../common/outgoing-body.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";

/** Where the address of a destination is to be had. */
export function HowTo({ kind }: { kind: DestinationKind }) {
  const { steps } = words.destinations.kinds[kind];
  return (
    <Group title={words.destination.howTo}>
      <ol class={kind === "url" ? "steps steps-any" : "steps"}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {kind === "workflow" && (
        <div class="variables">
          <p class="setting-name">{words.destination.variables}</p>
          <ul>
            {workflowVariables.map((variable) => (
              <li key={variable} class="code">
                {variable}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Group>
  );
}
