import type { Socket } from "node:net";
import type { RequestHandler, Response } from "express";

/** What bounds the beginning of requests. */
export interface GateLimits {
  /** So many begin in one turn of the event loop. */
  readonly aTurn: number;
  /** So many of one connection may wait. */
  readonly waiting: number;
  /** Answers one that may not even wait. */
  refuse(response: Response): void;
}

/**
 * Lets only so many requests begin in one turn of the event loop: a burst must not hold up the window. Connections take
 * turns, so that whoever sends many requests over one of them waits for itself alone.
 */
export function concurrencyGate({ aTurn, waiting: most, refuse }: GateLimits): RequestHandler {
  /** Of each connection, in the order of their turns. */
  const waiting = new Map<Socket, (() => void)[]>();
  let begun = 0;

  function turn() {
    begun = 0;
    for (const [socket, requests] of waiting) {
      if (begun === aTurn) break;
      waiting.delete(socket);
      // Nobody is there to be answered.
      if (socket.destroyed) continue;
      const begin = requests.shift();
      if (requests.length > 0) waiting.set(socket, requests);
      begun += 1;
      begin?.();
    }
    if (begun > 0) setImmediate(turn);
  }

  return ({ socket }, response, next) => {
    if (socket.destroyed) return;
    if (begun === 0) setImmediate(turn);
    const before = waiting.get(socket);
    if (begun < aTurn && waiting.size === 0) {
      begun += 1;
      next();
    } else if (!before) waiting.set(socket, [next]);
    else if (before.length < most) before.push(next);
    else refuse(response);
  };
}
