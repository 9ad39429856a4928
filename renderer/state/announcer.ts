import { type ReadonlySignal, signal } from "@preact/signals";

/** What the live region speaks; `turn` makes the same words said twice two messages. */
export interface Said {
  readonly text: string;
  readonly turn: number;
}

export interface Announcer {
  readonly said: ReadonlySignal<Said>;
  readonly say: (text: string) => void;
}

export function createAnnouncer(): Announcer {
  const said = signal<Said>({ text: "", turn: 0 });
  return {
    said,
    say: (text) => {
      if (text) said.value = { text, turn: said.peek().turn + 1 };
    },
  };
}
