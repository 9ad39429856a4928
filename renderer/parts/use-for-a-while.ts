import { useEffect, useState } from "preact/hooks";

/** Something that holds for so many milliseconds after it was set last; null while nothing does. */
export function useForAWhile<T>(ms: number): [T | null, (value: T) => void] {
  const [held, hold] = useState<T | null>(null);
  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(() => hold(null), ms);
    return () => clearTimeout(timer);
  }, [held]);
  return [held, hold];
}
