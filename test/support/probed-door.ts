import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { hookPath } from "../../main/lib/tokens.ts";
import { createConnections } from "../../main/receivers/http/connections.ts";
import { type Listening, listenLocally } from "../../main/receivers/http/listen.ts";
import { createProbes } from "../../main/receivers/http/probes.ts";
import { probe } from "../../main/tunnel/probe.ts";
import { anHttpsDoor, createCertificate, passingTo, trusting } from "./https-door.ts";
import { receiverParts, takingApp } from "./receiver-parts.ts";
import { signing } from "./signing.ts";
import { freePort } from "./system.ts";

const token = "t".repeat(43);
export const hook = hookPath(token);

/** Makes doors for the tests of a file, which are trusted by the certificate that it makes for all of them. */
export function probedDoors() {
  let secrets: { key: string; cert: string };
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "bookbell-test-"));
    secrets = await createCertificate(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A real receiver, and a door to the internet that does as `handler` says: by default it passes all on. */
  return async function aDoor(handler?: (receiver: Listening) => RequestListener) {
    const probes = createProbes();
    const answered: number[] = [];
    const kept: string[] = [];
    const connections = createConnections();
    const app = takingApp({
      ...receiverParts(token),
      // Nothing that comes is signed rightly.
      ...signing("the signing secret"),
      async take({ body }) {
        kept.push(Buffer.from(body).toString());
        return { verdict: "first", bookingId: "b", reason: "" } as never;
      },
      trust: connections.trust,
      takeProbe: probes.take,
      onAnswered: (status) => answered.push(status),
    });
    const receiver = await listenLocally(app, await freePort(), connections.came);
    onTestFinished(receiver.close);
    const door = await anHttpsDoor(secrets, handler?.(receiver) ?? passingTo(() => receiver.port));
    const parts = { open: probes.open, request: trusting(secrets.cert), now: () => performance.now() };
    const ask = (thorough = false, url = door.url, signal = new AbortController().signal) =>
      probe({ url: `${url}${hook}`, thorough, signal }, parts);
    return { ...door, ask, parts, probes, receiver, answered, kept };
  };
}
