import { readFileSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { request as plainRequest } from "node:http";
import { createServer, request } from "node:https";
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from "node:net";
import path from "node:path";
import { onTestFinished } from "vitest";
import { run } from "./system.ts";

/** A key and a certificate for 127.0.0.1, valid for a day, made in that folder. */
export async function createCertificate(folder: string): Promise<{ key: string; cert: string }> {
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  const names = ["-subj", "/CN=door", "-addext", "subjectAltName=IP:127.0.0.1"];
  await run("openssl", ["req", "-x509", ...kind, ...names, "-keyout", key, "-out", cert]);
  return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
}

/** node:https's request, trusting that certificate as well. */
export const trusting = (cert: string): typeof request =>
  ((url: string, options: object, callback: (answer: IncomingMessage) => void) =>
    request(url, { ...options, ca: cert }, callback)) as typeof request;

/** An HTTPS server on 127.0.0.1 until the test ends; `connections` counts those that reached it. */
export async function anHttpsDoor(secrets: { key: string; cert: string }, handler: RequestListener) {
  const server = createServer(secrets, handler);
  const seen = { connections: 0 };
  server.on("secureConnection", () => {
    seen.connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** Passes requests on to a port of this computer, as a tunnel does; `alter` has its way with what is posted. */
export const passingTo =
  (port: () => number, alter = (body: Buffer) => body): RequestListener =>
  async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const body = alter(Buffer.concat(parts));
    const { "content-length": _told, ...headers } = incoming.headers;
    const options = { port: port(), host: "127.0.0.1", path: incoming.url, method: incoming.method, headers };
    const passed = plainRequest({ ...options, agent: false } as object, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    passed.end(body);
  };

/** A TCP proxy to a port of this computer that can be frozen: connections stay, nothing passes any more. */
export async function aFreezablePath(port: number) {
  let frozen = false;
  const sockets = new Set<Socket>();
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createTcpServer((incoming) => {
    hold(incoming);
    if (frozen) return;
    const onward = connect(port, "127.0.0.1");
    hold(onward);
    incoming.pipe(onward).pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setFrozen(now: boolean): void {
      frozen = now;
    },
  };
}
