import type { Answer } from "../../common/ipc.ts";
import type { AddressReach } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";

interface Props {
  readonly isPublic: boolean;
  readonly copy: () => Promise<Answer<AddressReach>>;
}

export function CopyAddress({ isPublic, copy }: Props) {
  const label = isPublic ? words.copy.action : words.copy.local;
  return <CopyButton label={label} done={words.copy.done} copy={copy} />;
}

/** Whether there is an address that Timekit can reach. */
export const hasPublicAddress = ({ reach }: ViewSignals): boolean => Boolean(reach.value.host);

/** Has the address copied; either way the user is told. */
export async function copyAddress(state: PageState): Promise<Answer<AddressReach>> {
  const answer = await state.attempt(state.ask.address.copy(null));
  if (answer.ok) state.say(answer.value === "everywhere" ? words.copy.said : words.copy.localSaid);
  return answer;
}
