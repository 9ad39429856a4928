import { createServer } from "node:net";

/** cloudflared's own server on 127.0.0.1, which tells how it fares. */
export interface Metrics {
  /** Whether it has a connection to Cloudflare; false also when it does not answer. */
  ready(signal: AbortSignal): Promise<boolean>;
  /**
   * The host name that Cloudflare gave a quick tunnel, which is one of trycloudflare.com: whatever else has taken the
   * port is not believed.
   * @throws when it does not answer so
   */
  hostname(signal: AbortSignal): Promise<string>;
}

const answerMs = 2_000;

export function metricsAt(port: number): Metrics {
  const get = (path: string, signal: AbortSignal) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
    });
  return {
    async ready(signal) {
      try {
        const response = await get("/ready", signal);
        await response.arrayBuffer();
        return response.ok;
      } catch {
        return false;
      }
    },
    async hostname(signal) {
      const { hostname } = (await (await get("/quicktunnel", signal)).json()) as { hostname?: unknown };
      const found = /^(?:https:\/\/)?((?:[a-z\d-]+\.)+trycloudflare\.com)$/i.exec(String(hostname));
      if (!found?.[1]) throw new Error("The quick tunnel has no host name.");
      return found[1];
    },
  };
}

/** A port of 127.0.0.1 that is free now; whoever takes it first has it. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
