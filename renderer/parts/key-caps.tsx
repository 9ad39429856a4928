import { capsOf, isMac } from "../text/shortcut.ts";

/** A shortcut as Electron writes it, each key by itself, as this computer's keyboard names it. */
export const KeyCaps = ({ keys }: { keys: string }) => (
  <span class="key-caps">
    {capsOf(keys, isMac()).map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </span>
);
