import { ArrowLeft } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "../parts/icon-button.tsx";
import type { PageState } from "../state/page-state.ts";
import { behind } from "../state/screen.ts";
import { words } from "../words.ts";

interface Props {
  readonly state: PageState;
  readonly title: string;
  readonly focused: boolean;
}

/** The header of a screen that has another behind it. */
export function BackHeader({ state, title, focused }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (focused) back.current?.focus();
  }, []);
  return (
    <header class="header">
      <IconButton
        icon={ArrowLeft}
        label={words.header.back}
        keys="Escape"
        buttonRef={back}
        onClick={() => {
          const screen = behind(state.screen.peek());
          if (screen) state.screen.value = screen;
        }}
      />
      <h1 class="header-title">{title}</h1>
    </header>
  );
}
