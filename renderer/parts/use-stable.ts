import { useCallback, useRef } from "preact/hooks";

/** The same function for good, which does what the newest one does. */
export function useStable<A extends unknown[], R>(newest: (...args: A) => R): (...args: A) => R {
  const current = useRef(newest);
  current.current = newest;
  return useCallback((...args: A) => current.current(...args), []);
}
