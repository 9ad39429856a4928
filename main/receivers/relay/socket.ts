import WebSocket from "ws";
import { isCertificateFault } from "../../lib/certificate-fault.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { RouteTo } from "./route.ts";

/** How long the other side may take to agree to a WebSocket. */
const handshakeMs = 5_000;

/** Opens WebSockets for NATS' library, which calls every failure a refused connection; so why the last one failed is kept. */
export function createSockets(routeTo: RouteTo, signal: AbortSignal) {
  let fault: WorldError | null = null;

  function open(url: string) {
    const closed = new AbortController();
    const route = routeTo(url, closed.signal);
    const socket = new WebSocket(url, {
      ...(route as Pick<WebSocket.ClientOptions, "createConnection">),
      handshakeTimeout: handshakeMs,
      perMessageDeflate: false,
      // Also where the environment says otherwise.
      rejectUnauthorized: true,
    });
    const end = () => socket.terminate();
    let cause: WorldError | null = null;
    socket.on("unexpected-response", (_request, { statusCode = 0 }) => {
      // What stands before the relay says so of a relay that is down.
      cause = new WorldError(statusCode < 500 ? "relay-page" : "relay-unreachable", `HTTP ${statusCode}`);
      end();
    });
    socket.on("error", (error) => {
      fault = cause ?? faultOf(error);
    });
    socket.on("close", () => {
      closed.abort();
      signal.removeEventListener("abort", end);
    });
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
    // By itself it waits half a minute for the other side to agree, which a dead link never does.
    socket.close = end;
    return socket;
  }

  return {
    fault: (): WorldError | null => fault,
    // It has what the library uses of the browser's.
    factory: async (url: string) => ({
      socket: open(url) as unknown as globalThis.WebSocket,
      encrypted: url.startsWith("wss:"),
    }),
  };
}

function faultOf(error: NodeJS.ErrnoException): WorldError {
  if (error instanceof WorldError) return error;
  const { code = "" } = error;
  return new WorldError(isCertificateFault(code) ? "relay-certificate" : "relay-unreachable", code);
}
