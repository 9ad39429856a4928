import type { InputOf } from "../../common/ipc.ts";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

/** Has main ask the user for a file and keep it; the page names none. Changing their mind changes nothing. */
export function useChooseFile(state: PageState, which: InputOf<"tunnel.chooseFile">) {
  const { problem, act } = useAct();

  async function choose() {
    const chosen = await act(() => state.ask.tunnel.chooseFile(which));
    if (chosen?.value) state.say(words.tunnel.saved);
  }
  return { problem, choose };
}
