import { DefinitionRow } from "../parts/definition-row.tsx";
import { words } from "../words.ts";

/** Every key that works wherever the focus is. */
export function KeysPage() {
  return (
    <>
      <dl class="definitions keys">
        {words.keys.list.map(([key, does]) => (
          <DefinitionRow key={key} name={key}>
            {does}
          </DefinitionRow>
        ))}
      </dl>
      <p class="soft search-hint">{words.keys.mac}</p>
    </>
  );
}
