import { ArrowLeft } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";

interface Props {
  readonly title: string;
  readonly focused: boolean;
  readonly back: () => void;
}

/** The header of a screen that has another behind it. */
export function BackHeader({ title, focused, back }: Props) {
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
    </header>
  );
}
