import type { RequestHandler } from "express";

/** Lets only so many requests begin in one turn of the event loop: a burst must not hold up the window. */
export function fewAtATime(most: number): RequestHandler {
  const waiting: (() => void)[] = [];
  let begun = 0;

  function turn() {
    const few = waiting.splice(0, most);
    begun = few.length;
    if (begun > 0) setImmediate(turn);
    for (const begin of few) begin();
  }

  return (_request, _response, next) => {
    if (begun === 0) setImmediate(turn);
    if (begun < most && waiting.length === 0) {
      begun += 1;
      next();
    } else waiting.push(next);
  };
}
