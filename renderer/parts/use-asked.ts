import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";

/**
 * What main answers to a question that is asked anew whenever one of `deps` is another, and by `again`. Null until the
 * first answer; an older answer stays until the next one has come.
 */
export function useAsked<T>(ask: () => Promise<Answer<T>>, deps: readonly unknown[]) {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let left = false;
    void ask().then((came) => {
      if (!left) setAnswer(came);
    });
    return () => {
      left = true;
    };
  }, [tries, ...deps]);
  return { answer, again: () => setTries((count) => count + 1) };
}
