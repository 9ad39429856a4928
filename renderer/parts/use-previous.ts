import { useEffect, useRef } from "preact/hooks";

/** What `value` was before it became what it is. */
export function usePrevious<T>(value: T): T | undefined {
  const seen = useRef<T>();
  useEffect(() => {
    seen.current = value;
  }, [value]);
  return seen.current;
}
