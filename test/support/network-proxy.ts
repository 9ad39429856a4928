import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** How a proxy answers CONNECT: 200 = it passes all on; null = it says nothing. */
type Answer = number | null;

/** An office's HTTP proxy on 127.0.0.1, until the test ends. */
export async function aNetworkProxy() {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let answer: Answer = 200;
  const server = createServer((_request, response) => void response.writeHead(400).end());
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  server.on("connection", hold);
  server.on("connect", ({ url = "" }, near: Socket) => {
    asked.push(url);
    // Else nobody would notice that the other side has gone.
    if (answer === null) return void near.resume().on("end", () => near.destroy());
    if (answer !== 200) return void near.end(`HTTP/1.1 ${answer} No\r\nContent-Length: 7\r\n\r\nSign in`);
    const { hostname, port } = new URL(`http://${url}`);
    const far = connect(Number(port), hostname, () => {
      near.write("HTTP/1.1 200 OK\r\n\r\n");
      far.pipe(near).pipe(far);
    });
    hold(far);
    far.on("close", () => near.destroy());
    near.on("close", () => far.destroy());
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  async function stop() {
    if (!server.listening) return;
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
  await listen(0);
  onTestFinished(stop);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** As it stands in a proxy script's answer. */
    entry: `PROXY 127.0.0.1:${port}`,
    /** Where it was asked to lead, each time. */
    asked,
    /** So many connections stand, to both sides. */
    open: () => sockets.size,
    answers: (now: Answer) => {
      answer = now;
    },
    stop,
    /** Again, after `stop`. */
    start: () => listen(port),
  };
}
