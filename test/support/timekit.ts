import { createHmac } from "node:crypto";

/** What became of one webhook on Timekit's side. */
export interface Sent {
  readonly body: Buffer;
  /** The answer to each attempt; 0 where none came. */
  readonly answers: number[];
}

export interface TimekitOptions {
  readonly url: string;
  /** On plans that sign webhooks. */
  readonly secret?: string;
  /** What passes between two attempts; Timekit does not publish how long that is. */
  readonly between?: (attempt: number) => Promise<unknown>;
}

const triesAgain = 3;

/**
 * Timekit's side of a webhook, by its help article "What is a webhook?": 200, 201 or 204 is success; without it,
 * the delivery is tried again three times, then recorded as failed, and may be replayed much later.
 */
export function createTimekit({ url, secret, between }: TimekitOptions) {
  const failed: Sent[] = [];

  async function attempt(body: Buffer): Promise<number> {
    const signature = secret && createHmac("sha256", secret).update(body).digest("hex");
    const headers = {
      "content-type": "application/json",
      ...(signature && { "x-timekit-signature": signature }),
    };
    const answer = await fetch(url, { method: "POST", body: body as BodyInit, headers }).catch(() => null);
    await answer?.arrayBuffer();
    return answer?.status ?? 0;
  }

  async function send(body: Buffer): Promise<Sent> {
    const answers: number[] = [];
    for (let tries = 0; tries <= triesAgain; tries++) {
      if (tries > 0) await between?.(tries);
      const status = await attempt(body);
      answers.push(status);
      if ([200, 201, 204].includes(status)) return { body, answers };
    }
    const sent = { body, answers };
    failed.push(sent);
    return sent;
  }

  return {
    send,
    failed,
    /** As somebody would press "replay" in Timekit's admin. */
    replayFailed: () => Promise.all(failed.splice(0).map(({ body }) => send(body))),
  };
}
