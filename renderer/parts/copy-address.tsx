import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";
import { CopyButton } from "./copy-button.tsx";

export function CopyAddress({ state, prominent = false }: { state: PageState; prominent?: boolean }) {
  const isPublic = hasPublicAddress(state);
  return (
    <CopyButton
      label={isPublic ? words.copy.action : words.copy.local}
      done={words.copy.done}
      copy={() => copyAddress(state)}
      prominent={prominent}
    />
  );
}

/** Whether there is an address that Timekit can reach. */
export const hasPublicAddress = (state: PageState): boolean => Boolean(state.view.value?.reach.value.host);

/** Whether it was copied; either way the user is told. */
export async function copyAddress(state: PageState): Promise<boolean> {
  const answer = await state.attempt(state.ask.address.copy(null));
  if (answer.ok) state.say(answer.value === "everywhere" ? words.copy.said : words.copy.localSaid);
  return answer.ok;
}
