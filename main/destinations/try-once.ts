import type { Answer, Outcome } from "./destination.ts";
import { codeOf, readNoAnswer } from "./no-answer.ts";
import type { Post } from "./post.ts";

/** What one way out needs, of whichever kind it is. */
export interface WayParts {
  /** A secret. */
  readonly url: string;
  /** What may be said of it. */
  readonly host: string;
  readonly post: Post;
  now(): number;
}

/** What is posted, and how it is known what the answer means. */
export interface Try {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly read: (answer: Answer, host: string, now: number) => Outcome;
  /** Whether the status alone says that a message was taken. */
  readonly byStatus: boolean;
}

/** Posts, and says what came of it; null = this computer is offline. Rejects only once `signal` aborts. */
export async function tryOnce(
  { url, host, post, now }: WayParts,
  { body, headers, read, byStatus }: Try,
  signal: AbortSignal,
): Promise<Outcome | null> {
  try {
    const answer = await post({ url, headers, body }, signal);
    const isLost = !answer.isWhole && !byStatus && answer.status < 300;
    return isLost ? readNoAnswer("ERR_BROKEN_OFF", host) : read(answer, host, now());
  } catch (error) {
    signal.throwIfAborted();
    return readNoAnswer(codeOf(error), host);
  }
}
