import type { Provider } from "../../provider.ts";
import { type CloudflareParts, openCloudflared } from "./tunnel.ts";

/** A tunnel without an account: Cloudflare gives it another host name at every start. */
export function quickTunnel(parts: CloudflareParts): Provider {
  return {
    open: (port, signal) =>
      openCloudflared(parts, {
        port,
        signal,
        token: null,
        args: () => [],
        url: async (metrics, stop) => `https://${await metrics.hostname(stop)}`,
      }),
    givenAddress: true,
    // A frozen path is then noticed within a minute: one period, and two tries of five seconds.
    probeEveryMs: 45_000,
    // Each start takes a name from a service that everybody shares.
    backoff: { baseMs: 5_000, capMs: 300_000, shared: true },
  };
}
