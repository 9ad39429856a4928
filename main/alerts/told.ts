import type { Told } from "./notifiers/notifier.ts";
import type { openShownMarker } from "./shown-marker.ts";

/** What remembering what was told needs of the rest of Bookbell. */
export interface ToldParts {
  marker: ReturnType<typeof openShownMarker>;
  /** Marks these as shown in the store; each with when it was, epoch milliseconds. */
  mark(shown: ReadonlyMap<number, number>): Promise<void>;
  now(): number;
  /** What a system that hung was sent has been shown now, or never will be. */
  onLate(): void;
  onFault(error: unknown): void;
}

/**
 * What was shown, by its number, from the moment that it was until the store has it marked: it is not shown again
 * meanwhile, however long neither the store nor the marker can be written. The marker tells the next run.
 */
export function createTold({ marker, mark, now, onLate, onFault }: ToldParts) {
  let kept: Map<number, number> | null = null;
  /** Sent to a system that hangs. */
  const underWay = new Set<number>();

  /** With what the last run has left, once that is asked for. */
  function shown(): Map<number, number> {
    kept ??= new Map([...marker.last()].map((seq) => [seq, now()]));
    return kept;
  }

  function add(seqs: readonly number[]) {
    for (const seq of seqs) shown().set(seq, now());
    try {
      marker.told([...shown().keys()]);
    } catch (error) {
      onFault(error);
    }
  }

  async function follow(seqs: readonly number[], came: Promise<boolean>) {
    for (const seq of seqs) underWay.add(seq);
    const isShown = await came;
    for (const seq of seqs) underWay.delete(seq);
    if (isShown) add(seqs);
    onLate();
  }

  return {
    isShown: (seq: number): boolean => shown().has(seq),
    isUnderWay: (seq: number): boolean => underWay.has(seq),
    /** Shows what those numbers stand for. Never rejects. */
    async show(seqs: readonly number[], show: () => Promise<Told>): Promise<Told> {
      const told = await show().catch((error): Told => {
        onFault(error);
        return "failed";
      });
      if (told === "shown") add(seqs);
      else if (typeof told === "object") void follow(seqs, told.shown);
      return told;
    },
    /** Has the store mark what it has not yet. Never rejects. @returns whether it has all of it now */
    async mark(): Promise<boolean> {
      const marked = new Map(shown());
      if (marked.size === 0) return true;
      try {
        await mark(marked);
      } catch (error) {
        onFault(error);
        return false;
      }
      for (const seq of marked.keys()) shown().delete(seq);
      return shown().size === 0;
    },
  };
}
