import WebSocket from "ws";
import type { ProblemCode } from "../../../common/problems.ts";
import { isCertificateFault } from "../../lib/certificate-fault.ts";

/** How long the other side may take to agree to a WebSocket. */
const handshakeMs = 5_000;

/** Why there is no socket: NATS' library calls every failure a refused connection. */
export interface SocketFault {
  readonly code: Extract<ProblemCode, "relay-unreachable" | "relay-certificate" | "relay-page">;
  readonly detail: string;
}

/** Opens WebSockets for NATS' library, and keeps why the last one failed. */
export function createSockets(signal: AbortSignal) {
  let fault: SocketFault | null = null;

  function open(url: string) {
    const socket = new WebSocket(url, { handshakeTimeout: handshakeMs, perMessageDeflate: false });
    const end = () => socket.terminate();
    let cause: SocketFault | null = null;
    socket.on("unexpected-response", (_request, { statusCode }) => {
      cause = { code: "relay-page", detail: `HTTP ${statusCode}` };
      end();
    });
    socket.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
      fault = cause ?? {
        code: isCertificateFault(code) ? "relay-certificate" : "relay-unreachable",
        detail: code,
      };
    });
    socket.on("close", () => signal.removeEventListener("abort", end));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
    // By itself it waits half a minute for the other side to agree, which a dead link never does.
    socket.close = end;
    return socket;
  }

  return {
    fault: (): SocketFault | null => fault,
    // It has what the library uses of the browser's.
    factory: async (url: string) => ({
      socket: open(url) as unknown as globalThis.WebSocket,
      encrypted: url.startsWith("wss:"),
    }),
  };
}
