import { WorldError } from "../../../lib/world-error.ts";
import type { Provider } from "../../provider.ts";
import { type CloudflareParts, openCloudflared } from "./tunnel.ts";

/** What a tunnel of the user's own Cloudflare account needs. */
export interface NamedParts extends CloudflareParts {
  /** "https://…", the public host name that the account leads to it; empty = not entered. */
  readonly url: string;
  /** Null or empty = not entered. */
  token(): Promise<string | null>;
}

/** A tunnel of the user's own account, at an address that stays. Needs cloudflared 2025.4.0 or newer. */
export function namedTunnel(parts: NamedParts): Provider {
  return {
    async open(port, signal) {
      const token = (await parts.token())?.trim();
      if (!token || !parts.url) throw new WorldError("tunnel-unfinished");
      return openCloudflared(parts, {
        port,
        signal,
        token,
        // In a file, because other users of the computer can read arguments.
        args: ({ tokenFile }) => ["run", "--token-file", tokenFile],
        url: async () => parts.url.replace(/\/+$/, ""),
      });
    },
    // A frozen path is then noticed within a minute: one period, and two tries of five seconds.
    probeEveryMs: 45_000,
    backoff: { baseMs: 500, capMs: 30_000 },
  };
}
