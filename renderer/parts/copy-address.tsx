import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";
import { CopyButton } from "./copy-button.tsx";

export function CopyAddress({ state, prominent = false }: { state: PageState; prominent?: boolean }) {
  return (
    <CopyButton
      label={words.copy.action}
      done={words.copy.done}
      copy={() => copyAddress(state)}
      prominent={prominent}
    />
  );
}

/** Whether it was copied; either way the user is told. */
export async function copyAddress(state: PageState): Promise<boolean> {
  const answer = await state.copyAddress(null);
  state.failure.value = answer.ok ? null : answer.error;
  if (answer.ok) state.say(words.copy.said);
  return answer.ok;
}
