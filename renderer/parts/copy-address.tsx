import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";
import { CopyButton } from "./copy-button.tsx";

export function CopyAddress({ state, prominent = false }: { state: PageState; prominent?: boolean }) {
  async function copy() {
    const copied = await state.copyAddress();
    if (copied) state.say(words.copy.said);
    return copied;
  }
  return <CopyButton label={words.copy.action} done={words.copy.done} copy={copy} prominent={prominent} />;
}
