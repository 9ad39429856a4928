import { createHash, randomBytes } from "node:crypto";

/** A question that only this Bookbell can answer, put to it where Timekit posts to. */
export interface OpenProbe {
  /** Names it in the address's query; never used before, so that no cache knows an answer. */
  readonly nonce: string;
  /** What the answer begins with; a fingerprint of what arrived follows. */
  readonly answer: string;
  /** From now on it is not answered any more. */
  close(): void;
}

/** Where the nonce stands in the query, beside whatever else is there. */
export const probeKey = "probe";

/** So many of the latest are known to be probes when they come late: hours of them. */
const remembered = 1_000;

/** What may be asked of the receiver right now. Whoever opens a probe closes it at its deadline. */
export function createProbes() {
  /** The answer while it is open, then an empty text. */
  const answers = new Map<string, string>();
  return {
    open(): OpenProbe {
      const nonce = randomBytes(16).toString("hex");
      const answer = randomBytes(32).toString("hex");
      answers.set(nonce, answer);
      for (const oldest of answers.keys()) {
        if (answers.size <= remembered) break;
        answers.delete(oldest);
      }
      return { nonce, answer, close: () => void answers.set(nonce, "") };
    },
    /** The answer, once; empty for a probe that comes late or again; null for what is none of ours. */
    take(nonce: string): string | null {
      const answer = answers.get(nonce) ?? null;
      if (answer !== null) answers.set(nonce, "");
      return answer;
    },
  };
}

/** SHA-256 in hex of all that a signature check depends on: the body's bytes, then the signature header. */
export const fingerprint = (body: Uint8Array, signature = ""): string =>
  createHash("sha256").update(body).update(signature).digest("hex");
