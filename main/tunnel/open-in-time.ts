import { WorldError } from "../lib/world-error.ts";
import { openWithinMs, type Provider, type Tunnel } from "./provider.ts";

/** What a provider gets beyond its own limits before nobody waits for it any more. */
const graceMs = 5_000;

/**
 * Opens a tunnel, also when the provider does not keep to its time: it is given up soon after its limit, or after
 * `signal` aborts. A tunnel that comes later still is closed at once.
 * @throws WorldError, and whatever else the provider throws
 */
export function openInTime(
  provider: Provider,
  port: number,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
): Promise<Tunnel> {
  const late = new AbortController();
  const opening = provider.open(port, AbortSignal.any([signal, late.signal]));
  return new Promise((resolve, reject) => {
    let timer = setTimeout(giveUp, openWithinMs + graceMs);
    signal.addEventListener("abort", hurry);
    opening.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener("abort", hurry);
    });

    function hurry() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, graceMs);
    }

    function giveUp() {
      late.abort();
      opening.then(
        (tunnel) => closeInTime(tunnel, onFault),
        () => {},
      );
      reject(new WorldError("tunnel-late"));
    }
  });
}

/** Closes a tunnel, waiting no longer than it may take. */
export async function closeInTime(tunnel: Tunnel, onFault: (error: unknown) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("A tunnel was not closed in time.")), 2 * graceMs);
  });
  await Promise.race([tunnel.close(), late]).catch(onFault);
  clearTimeout(timer);
}
