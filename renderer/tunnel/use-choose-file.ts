import type { InputOf } from "../../common/ipc.ts";
import type { Problem } from "../../common/view.ts";
import { useAct } from "../parts/use-act.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

/** Has the user choose a file and saves its path; changing their mind changes nothing. */
export function useChooseFile(
  state: PageState,
  which: InputOf<"chooseFile">,
  save: (path: string) => Promise<Problem | null>,
) {
  const { problem, act } = useAct();

  async function chosen() {
    const answer = await state.chooseFile(which);
    if (!answer.ok || answer.value === null) return answer;
    const refused = await save(answer.value);
    return refused ? ({ ok: false, error: refused } as const) : answer;
  }

  async function choose() {
    const done = await act(chosen);
    if (done?.value) state.say(words.tunnel.saved);
  }
  return { problem, choose };
}
