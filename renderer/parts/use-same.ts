import { useRef } from "preact/hooks";

/** The one of before as long as the new one says the same, as JSON: what is made of it need not be made anew then. */
export function useSame<T>(value: T): T {
  const kept = useRef(value);
  const isSame = kept.current === value || JSON.stringify(kept.current) === JSON.stringify(value);
  if (!isSame) kept.current = value;
  return kept.current;
}
