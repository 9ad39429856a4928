import type { Provider } from "./provider.ts";

/**
 * How long to wait before the try after `failures` failed ones, in milliseconds. Any length up to the bound is as likely
 * (full jitter), so that many laptops that lost the same server do not come back at once.
 */
export function backoffMs(
  { baseMs, capMs }: Provider["backoff"],
  failures: number,
  random: () => number,
): number {
  return random() * Math.min(capMs, baseMs * 2 ** (failures - 1));
}
