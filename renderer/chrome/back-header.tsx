import { ArrowLeft } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";

interface Props {
  readonly title: string;
  readonly focused: boolean;
  readonly back: () => void;
  /** What else stands in it, at its end. */
  readonly children?: ComponentChildren;
}

/** The header of a screen that has another behind it. */
export function BackHeader({ title, focused, back, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (focused) button.current?.focus();
  }, []);
  return (
    <header class="header">
      <IconButton
        icon={ArrowLeft}
        label={words.header.back}
        keys="Escape"
        buttonRef={button}
        onClick={back}
      />
      <h1 class="header-title">{title}</h1>
      {children}
    </header>
  );
}
