/**
 * The rivals, each an Electron main process that does nothing else: `bare` is node:http and the store's thread;
 * `receiver` is Bookbell's own receiver in front of it. Arguments: which, the store's worker, the database.
 */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { openStore, type StoreClient } from "../../main/store/thread/client.ts";
import { receiverParts, takingApp } from "../support/receiver-parts.ts";
import { signing } from "../support/signing.ts";
import { signingSecret, token } from "./secrets.ts";

const bare =
  (store: StoreClient): RequestListener =>
  (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const body = Buffer.concat(chunks);
      await store.take({ source: "timekit", receivedAt: Date.now(), via: "webhook", headers: {}, body });
      response.writeHead(204).end();
    });
  };

const receiver = (store: StoreClient): RequestListener =>
  takingApp({
    take: store.take,
    ...receiverParts(token),
    ...signing(signingSecret),
  });

const [which, worker = "", file = ""] = process.argv.slice(-3);
const store = await openStore(worker, file, (error) => {
  throw error;
});
const server = createServer(which === "bare" ? bare(store) : receiver(store));
server.listen(0, "127.0.0.1", () => console.log(`port ${(server.address() as AddressInfo).port}`));
