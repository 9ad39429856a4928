import type { Delivery } from "../../bookings/delivery.ts";
import { coalesce } from "../../lib/coalesce.ts";
import type { Source } from "../../sources/source.ts";
import type { IntakeParts } from "../intake.ts";

/** One that was set aside for its signature. */
interface Unsigned extends Pick<Delivery, "source" | "receivedAt" | "headers" | "body"> {
  readonly seq: number;
}

/** What judging anew what was set aside needs of the rest of Bookbell. */
export interface CheckAgainParts extends Pick<IntakeParts, "signingSecrets"> {
  /** Those after that one, some at a time. */
  unsigned(after: number): Promise<readonly Unsigned[]>;
  sourceOf(name: string): Source | undefined;
  take(delivery: Delivery): Promise<unknown>;
  onFault(error: unknown): void;
}

/** Takes in what was set aside for its signature, as far as one of the secrets of now has signed it. */
export function createCheckAgain(parts: CheckAgainParts): () => Promise<void> {
  return coalesce(async () => {
    for (let after = 0; ; ) {
      const some = await parts.unsigned(after);
      for (const { source: name, receivedAt, headers, body } of some) {
        const source = parts.sourceOf(name);
        const { secrets } = await parts.signingSecrets(name);
        const signature = source?.signatureHeader ? headers[source.signatureHeader] : undefined;
        if (!source || source.signedBy(body, signature, secrets, receivedAt) === null) continue;
        await parts.take({
          source: name,
          receivedAt,
          via: "relay",
          headers: { ...headers, signature: "right" },
          body,
        });
      }
      const last = some.at(-1);
      if (!last) return;
      after = last.seq;
    }
  }, parts.onFault);
}
