import { lookup } from "node:dns";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { request } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";
import { onTestFinished } from "vitest";
import type { DestinationKind } from "../../common/destinations.ts";
import type { Outgoing } from "../../main/destinations/destination.ts";
import { openDestination } from "../../main/destinations/open-destination.ts";
import { createPost, type PostParts } from "../../main/destinations/post.ts";
import { englishInLondon } from "./english.ts";
import { aMessage } from "./played-queue.ts";

/** 32 bytes each. */
export const [newKey, oldKey] = ["new", "old"].map(
  (word) => `whsec_${Buffer.from(word.padEnd(32, "!")).toString("base64")}`,
) as [string, string];

export const anOutgoing = (seq: number, changes: Partial<Outgoing> = {}): Outgoing => ({
  message: aMessage(seq),
  doubtful: false,
  refusals: 0,
  ...changes,
});

/** A post whose limit is over when the test says so. */
export function aPost(changes: Partial<PostParts> = {}) {
  const late = new AbortController();
  const post = createPost({
    version: "1.2.3",
    limit: () => late.signal,
    lookup: lookup as LookupFunction,
    request,
    ...changes,
  });
  return { post, endLimit: () => late.abort() };
}

/** A destination of that kind at that address, and sending to it. */
export function aWay(kind: DestinationKind, url: string, changes: Partial<PostParts> = {}) {
  const { post, endLimit } = aPost(changes);
  const stop = new AbortController();
  const parts = {
    url,
    host: "host",
    post,
    keys: [newKey, oldKey],
    l10n: () => englishInLondon,
    now: Date.now,
  };
  const destination = openDestination(kind, parts);
  return {
    endLimit,
    stop,
    send: (first: Outgoing = anOutgoing(1), ...more: Outgoing[]) =>
      destination.send([first, ...more], stop.signal),
  };
}

/** An HTTP server that answers so until the test ends, with all that it was posted. */
export async function aUrl(answer: (response: ServerResponse, asked: IncomingMessage) => void) {
  const posts: {
    readonly headers: IncomingMessage["headers"];
    readonly body: string;
    readonly method: string;
  }[] = [];
  const server = createServer(async (asked, response) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part);
    const { headers, method = "" } = asked;
    posts.push({ headers, method, body: Buffer.concat(parts).toString() });
    answer(response, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook?a=b`, port, posts };
}
