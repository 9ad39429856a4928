import { createEvent, type Listen } from "../lib/event.ts";
import type { KeptSecret } from "./schema.ts";
import type { Vault } from "./vault.ts";

/** How secrets lie at rest. */
export interface Safe {
  /** Asks the keyring once for each. Null: it cannot be read now, and is asked for again at the next call. */
  open(kept: KeptSecret): Promise<string | null>;
  /** For the system's keyring; where there is none, until quitting, or for good if `plain` is agreed. */
  lock(secret: string, plain: boolean): Promise<KeptSecret>;
  /** Whether it is known that it cannot be read; does not touch the keyring. */
  isLost(kept: KeptSecret): boolean;
  /** One turned out to be unreadable, or can be read again. */
  readonly onLost: Listen;
}

export function createSafe(vault: Vault): Safe {
  const loss = createEvent();
  const known = new WeakMap<KeptSecret, Promise<string | null>>();
  const lost = new WeakSet<KeptSecret>();

  async function read(kept: KeptSecret): Promise<string | null> {
    if (kept.kept === "plain") return kept.data;
    const secret = kept.kept === "encrypted" ? await vault.decrypt(kept.data) : null;
    if (secret === null) known.delete(kept);
    if (lost.has(kept) !== (secret === null)) {
      if (secret === null) lost.add(kept);
      else lost.delete(kept);
      loss.tell();
    }
    return secret;
  }

  return {
    open(kept) {
      const reading = known.get(kept) ?? read(kept);
      known.set(kept, reading);
      return reading;
    },
    async lock(secret, plain) {
      const data = await vault.encrypt(secret);
      const kept: KeptSecret =
        data !== null
          ? { kept: "encrypted", data }
          : plain
            ? { kept: "plain", data: secret }
            : { kept: "session" };
      known.set(kept, Promise.resolve(secret));
      return kept;
    },
    isLost: (kept) => lost.has(kept) || (kept.kept === "session" && !known.has(kept)),
    onLost: loss.on,
  };
}
