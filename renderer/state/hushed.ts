import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { StatusLine } from "./status.ts";

/** What is wrong, without what the user has hidden. */
export interface Hushed {
  readonly lines: ReadonlySignal<readonly StatusLine[]>;
  /** Hides one until it is over: should it come again, it is shown again. */
  readonly hush: (key: string) => void;
  readonly stop: () => void;
}

export function createHushed(status: ReadonlySignal<readonly StatusLine[]>): Hushed {
  const hidden = signal<ReadonlySet<string>>(new Set());
  const stop = effect(() => {
    const still = new Set(status.value.map(({ key }) => key));
    const left = [...hidden.peek()].filter((key) => still.has(key));
    if (left.length < hidden.peek().size) hidden.value = new Set(left);
  });
  return {
    lines: computed(() => status.value.filter(({ key }) => !hidden.value.has(key))),
    hush(key) {
      hidden.value = new Set([...hidden.peek(), key]);
    },
    stop,
  };
}
