import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { KeyCaps } from "../parts/key-caps.tsx";
import { MarkedText } from "../search/marked-text.tsx";
import type { Option } from "./options.ts";

interface Props {
  readonly id: string;
  readonly options: readonly Option[];
  readonly active: Option | undefined;
  /** What was typed, which is marked. */
  readonly wanted: string;
  readonly choose: (option: Option) => void;
}

const groups = ["actions", "bookings", "settings"] as const;

/** The field beside it has the focus, and leads through it. */
export function OptionList({ id, options, active, wanted, choose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active?.id, options.length]);
  return (
    <>
      <div class="palette-list" role="listbox" id={id} aria-label={words.palette.title} ref={list}>
        {groups.map((group) => {
          const some = options.filter((option) => option.group === group);
          if (some.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div class="palette-group" id={`${id}-${group}`}>
                {words.palette[group]}
              </div>
              {some.map((option) => (
                <Line
                  key={option.id}
                  {...{ option, wanted, choose }}
                  id={`${id}-${options.indexOf(option)}`}
                  isActive={option === active}
                />
              ))}
            </div>
          );
        })}
      </div>
      <p class="palette-none soft" role="status">
        {options.length === 0 && words.palette.none}
      </p>
    </>
  );
}

interface LineProps extends Pick<Props, "id" | "wanted" | "choose"> {
  readonly option: Option;
  readonly isActive: boolean;
}

function Line({ id, option, wanted, choose, isActive }: LineProps) {
  const { icon: Icon, title, beside, keys } = option;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, and names this one as active.
    // biome-ignore lint/a11y/useKeyWithClickEvents: so it hears of the keys.
    <div class="palette-option" role="option" id={id} aria-selected={isActive} onClick={() => choose(option)}>
      <Icon class="icon" aria-hidden="true" />
      <span class="palette-title">
        <MarkedText text={title} wanted={wanted} />
      </span>
      {beside && <span class="palette-beside">{beside}</span>}
      {keys && <KeyCaps keys={keys} />}
    </div>
  );
}
