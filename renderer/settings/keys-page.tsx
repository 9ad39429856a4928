import { words } from "../../common/words/page.ts";
import { DefinitionRow } from "../parts/definition-row.tsx";

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
      <p class="soft keys-hint">{words.keys.mac}</p>
    </>
  );
}
