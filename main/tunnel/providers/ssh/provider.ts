import type { SshSettings } from "../../../../common/tunnel-settings.ts";
import { WorldError } from "../../../lib/world-error.ts";
import type { Provider, Tunnel } from "../../provider.ts";
import { carryTo } from "./carry.ts";
import { losingFault, openingFault } from "./faults.ts";
import { listenAt, stopListeningAt } from "./listen-at.ts";
import type { Session } from "./session.ts";

const lateAfterMs = 20_000;
const goodbyeMs = 2_000;

/**
 * A tunnel through the user's own server: it listens there, behind the server's web server, over one SSH connection.
 * @param passphrase of the key file; null = none was entered.
 */
export function sshProvider(settings: () => SshSettings, passphrase: () => Promise<string | null>): Provider {
  return {
    probeEveryMs: 30_000,
    backoff: { baseMs: 500, capMs: 30_000 },
    async open(port, signal) {
      const server = complete(settings());
      const limit = startLimit(signal);
      let session: Session | undefined;
      try {
        // ssh2 takes a tenth of a second to load, and 8 MB: only for whom it is.
        const [{ readKey }, { startSession }] = await Promise.all([
          import("./key.ts"),
          import("./session.ts"),
        ]);
        const key = await unless(readKey(server.keyFile, passphrase), limit.over);
        session = startSession(server, key);
        carryTo(port, session);
        await unless(session.ready, limit.over, session.ended);
        await unless(listenAt(session.client, server.socket), limit.over, session.ended);
        return tunnelOver(session, server);
      } catch (error) {
        session?.cut();
        throw openingFault(error);
      } finally {
        limit.clear();
      }
    },
  };
}

/** @throws WorldError when a field is missing; an empty host key is a question for the server. */
function complete(settings: SshSettings): SshSettings {
  const { host, user, keyFile, socket, url } = settings;
  if (![host, user, keyFile, socket, url].every(Boolean)) throw new WorldError("tunnel-unfinished");
  return settings;
}

/** Says why nothing may be waited for any longer; never rejects. */
function startLimit(signal: AbortSignal) {
  let clear = () => {};
  const over = new Promise<WorldError>((resolve) => {
    const timer = setTimeout(() => resolve(new WorldError("tunnel-late")), lateAfterMs);
    const onAbort = () => resolve(new WorldError("tunnel-ended"));
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
    clear = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    };
  });
  return { over, clear };
}

/** What is wanted, unless one of the faults comes first, which is thrown; of what came together, a fault. */
async function unless<T>(wanted: Promise<T>, ...faults: Promise<Error>[]): Promise<T> {
  const first = await Promise.race([...faults, wanted]);
  if (first instanceof Error) throw first;
  return first;
}

function tunnelOver(session: Session, { url, socket }: SshSettings): Tunnel {
  let closing: Promise<void> | undefined;
  const lost = new Promise<WorldError>((resolve) => {
    void session.ended.then((error) => {
      if (!closing) resolve(losingFault(error));
    });
  });
  return {
    url: url.replace(/\/+$/, ""),
    lost,
    close() {
      closing ??= leave(session, socket);
      return closing;
    },
  };
}

/** Settles also when the server says nothing any more. */
async function leave({ client, ended, cut }: Session, socket: string): Promise<void> {
  const timer = setTimeout(cut, goodbyeMs);
  // Its answer means that the server has stopped; without, deliveries would hang in there a little longer.
  await stopListeningAt(client, socket);
  client.end();
  await ended;
  clearTimeout(timer);
}
