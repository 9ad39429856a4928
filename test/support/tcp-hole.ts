import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A proxy to a port of this computer that can stop copying, without a word to either side. */
export interface Hole {
  readonly port: number;
  /** Nothing passes any more, of what stands and of what comes. */
  swallow(): void;
  pass(): void;
  stop(): Promise<void>;
}

export async function startHole(port: number): Promise<Hole> {
  const sockets = new Set<Socket>();
  let open = true;
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => {
        if (open) to.write(bytes);
      });
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        if (open) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    swallow: () => {
      open = false;
    },
    pass: () => {
      open = true;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
