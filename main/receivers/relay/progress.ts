import { afterKept, beginCatchingUp, type CatchingUp, haltsIn } from "./catching-up.ts";

/** What following the catching up needs of the rest of Bookbell. */
export interface ProgressParts {
  now(): number;
  /** So many are left; null = it is over, or has come to a halt, and what it brought may be told. */
  onLeft(left: number | null): void;
}

/** Follows the catching up after one connection, behind which so many waited. */
export function createProgress(waiting: number, { now, onLeft }: ProgressParts) {
  let state: CatchingUp | null = beginCatchingUp(waiting, now());
  let halt: NodeJS.Timeout | undefined;

  function show() {
    clearTimeout(halt);
    if (state) halt = setTimeout(end, haltsIn(state, now()));
    onLeft(state?.left ?? null);
  }

  function end() {
    clearTimeout(halt);
    if (!state) return;
    state = null;
    onLeft(null);
  }

  if (state) show();
  return {
    /** One more is kept, and so many are left. */
    kept(left: number): void {
      if (!state) return;
      state = afterKept(Math.min(left, state.left), now());
      show();
    },
    end,
  };
}
