import { connect, type Socket } from "node:net";
import type { Channel } from "ssh2";
import type { Session } from "./session.ts";

/** Joins what arrives on the server to `port` of 127.0.0.1, byte for byte, until the session ends. */
export function carryTo(port: number, { client, ended }: Session): void {
  const open = new Set<Socket>();
  const onConnection = (_from: unknown, accept: () => Channel) => {
    const local = join(accept(), port);
    open.add(local);
    local.once("close", () => open.delete(local));
  };
  client.on("unix connection", onConnection);
  client.on("tcp connection", onConnection);
  void ended.then(() => {
    for (const local of open) local.destroy();
  });
}

// Not stream.pipeline: ssh2's channels settle neither their `destroy` nor their end as it expects.
function join(channel: Channel, port: number): Socket {
  // Each direction ends by itself, so that an answer can follow the end of a request.
  const local = connect({ host: "127.0.0.1", port, noDelay: true, allowHalfOpen: true });
  channel.pipe(local);
  local.pipe(channel);
  // Each error is followed by "close".
  local.on("error", () => {});
  channel.on("error", () => {});
  local.once("close", () => {
    // Otherwise the channel has got all and ends by itself; closing it would drop what still waits for the server.
    if (!local.readableEnded) channel.destroy();
  });
  channel.once("close", () => local.destroySoon());
  return local;
}
