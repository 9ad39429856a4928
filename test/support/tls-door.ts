import { readFileSync } from "node:fs";
import { type AddressInfo, connect, type Socket } from "node:net";
import path from "node:path";
import { createServer } from "node:tls";
import { onTestFinished } from "vitest";
import { createCertificate } from "./certificate.ts";
import { temporaryFolder } from "./files.ts";

/** A certificate and its key, in PEM. */
export interface Secrets {
  readonly cert: string;
  readonly key: string;
}

export async function aCertificate(options?: Parameters<typeof createCertificate>[2]): Promise<Secrets> {
  const folder = temporaryFolder();
  const [cert, key] = [path.join(folder, "cert.pem"), path.join(folder, "key.pem")];
  await createCertificate(cert, key, options);
  return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
}

/** The web server on a relay's host: takes TLS off and passes the bytes on to a port of this computer, until the test ends. */
export async function aTlsDoor(secrets: Secrets, port: number): Promise<{ readonly port: number }> {
  const sockets = new Set<Socket>();
  const server = createServer({ ...secrets }, (near) => {
    const far = connect(port, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port };
}
