import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { useAct } from "../parts/use-act.ts";

/** Has main ask the user for a file and keep it; the page names none. Changing their mind changes nothing. */
export function useChooseFile(ask: () => Promise<Answer<boolean>>, say: (text: string) => void) {
  const { problem, act } = useAct();

  async function choose() {
    const answer = await act(ask);
    if (answer?.ok && answer.value) say(words.tunnel.saved);
  }
  return { problem, choose };
}
