import { ChevronRight } from "lucide-preact";
import type { RefObject } from "preact";
import { words } from "../../common/words/page.ts";
import { useRoving } from "../parts/use-roving.ts";
import type { FoundSetting } from "./setting-table.ts";

interface Props {
  readonly found: readonly FoundSetting[];
  readonly list: RefObject<HTMLUListElement>;
  readonly open: (setting: FoundSetting) => void;
}

/** The settings that were found; arrow keys go through them. */
export function FoundSettings({ found, list, open }: Props) {
  const ids = found.map(({ name }) => name);
  const { current, onKeyDown, onFocusIn } = useRoving(list, ids);
  if (found.length === 0) return <p class="soft found-none">{words.settings.foundNone}</p>;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: A list without bullets is no list to VoiceOver unless it says so.
    <ul class="group-card found" role="list" ref={list} onKeyDown={onKeyDown} onFocusIn={onFocusIn}>
      {found.map((setting) => (
        <li key={setting.name}>
          <button
            type="button"
            class="setting setting-link"
            data-id={setting.name}
            tabIndex={setting.name === current ? 0 : -1}
            onClick={() => open(setting)}
          >
            <span class="setting-words">
              <span class="setting-name">{setting.title}</span>
              <span class="help">{words.settings.within({ section: setting.where })}</span>
            </span>
            <ChevronRight class="icon" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
