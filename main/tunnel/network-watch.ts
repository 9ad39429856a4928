import { networkInterfaces } from "node:os";

/** Cheap enough to do for ever: Electron's main process tells of no change of network. */
const everyMs = 5_000;

/** Calls `onChange` when the computer's own addresses are others than before. Returns what ends that. */
export function watchNetwork(onChange: () => void): () => void {
  let known = addresses();
  const timer = setInterval(() => {
    const now = addresses();
    if (now === known) return;
    known = now;
    onChange();
  }, everyMs);
  return () => clearInterval(timer);
}

function addresses(): string {
  const all = Object.values(networkInterfaces()).flatMap((list = []) => list);
  return all
    .filter(({ internal }) => !internal)
    .map(({ cidr }) => cidr)
    .sort()
    .join();
}
