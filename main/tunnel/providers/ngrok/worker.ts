import ngrok from "@ngrok/ngrok";
import type { OpenRequest, Report } from "./messages.ts";

// ngrok's library has a process of its own: against a server that accepts and says nothing it never settles, nor do its
// ways to stop it (1.7.0). Only ending the process helps.

const parent = process.parentPort;
const report = (message: Report) => parent.postMessage(message);

async function open({ port, token, domain, server }: OpenRequest) {
  try {
    const listener = await ngrok.forward({
      addr: `127.0.0.1:${port}`,
      authtoken: token,
      ...(domain && { domain }),
      ...(server && { server_addr: server }),
      onStatusChange: (status) => {
        if (status === "closed") report({ state: "closed" });
      },
    });
    // Null only for kinds of listeners that are not asked for here.
    report({ state: "up", url: listener.url() as string });
  } catch (error) {
    report(failure(error as Error, token));
  }
}

/** What ngrok's server says has a code, and may quote the token; what has none, the library found out itself. */
function failure({ message }: Error, token: string): Report {
  const code = /ERR_NGROK_\d+/.exec(message)?.[0] ?? null;
  return { state: "failed", code, detail: code ?? message.replaceAll(token, "‹token›") };
}

parent.once("message", ({ data }) => void open(data as OpenRequest));
