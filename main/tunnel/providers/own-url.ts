import { WorldError } from "../../lib/world-error.ts";
import type { Provider } from "../provider.ts";

/** The user's own way from a public URL to Bookbell's port: nothing is opened here, only tried now and then. */
export function ownUrlProvider(url: () => string): Provider {
  return {
    probeEveryMs: 45_000,
    backoff: { baseMs: 500, capMs: 30_000 },
    async open() {
      const clean = cleanUrl(url());
      if (!clean) throw new WorldError("tunnel-unfinished");
      return { url: clean, lost: new Promise(() => {}), close: async () => {} };
    },
  };
}

/** Host and path of an https URL, without a slash at the end; null when it is none. */
function cleanUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host, pathname } = new URL(text);
  return protocol === "https:" ? `https://${host}${pathname}`.replace(/\/+$/, "") : null;
}
