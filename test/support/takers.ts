import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One message that somebody got; `id` tells it from others where its kind has one. */
export interface Got {
  readonly to: "slack" | "url";
  readonly id: string | null;
  readonly body: string;
  readonly headers: Record<string, string>;
  /** What its sender was told; of `nothing` it cannot know whether it was taken. */
  readonly told: "taken" | "nothing" | "refused";
}

export interface Answer {
  readonly told: "taken" | "nothing" | "refused";
  give(response: ServerResponse): void;
}

const ok: Answer = { told: "taken", give: (response) => void response.end("ok") };

/** Slack and somebody's URL, on one port; what each message is answered can be said for the next ones. */
export async function startTakers() {
  const got: Got[] = [];
  let answer = ok;
  let onGot = (_: Got) => {};
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const id = request.headers["webhook-id"];
      const one: Got = {
        to: request.url?.startsWith("/services/") ? "slack" : "url",
        id: typeof id === "string" ? id : null,
        body: Buffer.concat(parts).toString(),
        headers: request.headers as Record<string, string>,
        told: answer.told,
      };
      got.push(one);
      answer.give(response);
      onGot(one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    slack: `${origin}/services/T0AAA/B0AAA/abcdefghq3Xy`,
    url: `${origin}/taken`,
    got: got as readonly Got[],
    answerWith(next: Answer = ok): void {
      answer = next;
    },
    /** The next message that comes, after it was answered. */
    next: () =>
      new Promise<Got>((resolve) => {
        onGot = resolve;
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Takers = Awaited<ReturnType<typeof startTakers>>;
