import { useEffect, useState } from "preact/hooks";

/** Long enough for what was opened to be drawn, and for whoever only glances at it to have gone again. */
const afterMs = 250;

/** Whether there is time for what is not in view. */
export function useSettled(): boolean {
  const [settled, settle] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => settle(true), afterMs);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
