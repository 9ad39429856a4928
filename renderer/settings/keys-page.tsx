import { Pair } from "../parts/pair.tsx";
import { words } from "../words.ts";

/** Every key that works wherever the focus is. */
export function KeysPage() {
  return (
    <>
      <dl class="pairs keys">
        {words.keys.list.map(([key, does]) => (
          <Pair key={key} name={key}>
            {does}
          </Pair>
        ))}
      </dl>
      <p class="soft search-hint">{words.keys.mac}</p>
    </>
  );
}
