import { createHash, randomBytes } from "node:crypto";

/** A question that only this Bookbell can answer, put to it through the public address. */
export interface OpenProbe {
  /** Begins with a slash; never used before, so that no cache knows an answer. */
  readonly path: string;
  /** What a GET of that path brings back. */
  readonly answer: string;
  /** From now on the path is as unknown as any other. */
  close(): void;
}

/** What may be asked of the receiver right now. Whoever opens a probe closes it at its deadline. */
export function createProbes() {
  const answers = new Map<string, string>();
  return {
    open(): OpenProbe {
      const nonce = randomBytes(16).toString("hex");
      const answer = randomBytes(32).toString("hex");
      answers.set(nonce, answer);
      return { path: `/probe/${nonce}`, answer, close: () => void answers.delete(nonce) };
    },
    /** The answer, once; null when nobody asks that now. */
    take(nonce: string): string | null {
      const answer = answers.get(nonce) ?? null;
      answers.delete(nonce);
      return answer;
    },
  };
}

/** SHA-256 in hex of all that a signature check depends on: the body's bytes, then the signature header. */
export const fingerprint = (body: Uint8Array, signature = ""): string =>
  createHash("sha256").update(body).update(signature).digest("hex");
