import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";

/**
 * What main answers to a question that is asked anew whenever one of `deps` is another, and by `again`. Null until the
 * first answer; an older answer stays until the next one has come. The next question waits for the answer to the last:
 * while bookings pour in, there would be ever more of them on their way.
 */
export function useAsked<T>(ask: () => Promise<Answer<T>>, deps: readonly unknown[]) {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [tries, setTries] = useState(0);
  const last = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    let left = false;
    last.current = last.current.then(async () => {
      const came = left ? null : await ask();
      if (!left) setAnswer(came);
    });
    return () => {
      left = true;
    };
  }, [tries, ...deps]);
  return { answer, again: () => setTries((count) => count + 1) };
}
