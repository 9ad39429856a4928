import { WorldError } from "../lib/world-error.ts";
import type { Secret } from "./secret.ts";

// A key that this computer makes for a relay: its invitation then holds nothing that lets anybody in. Only who has a relay
// needs NATS' library, which makes it.

/** The half that others may know, of the key that there is, else of a new one. @throws WorldError */
export async function relayKey(secret: Secret): Promise<string> {
  const { newSeed, publicKeyOf } = await import("./nkey.ts");
  const before = await secret.get();
  if (before !== null) return publicKeyOf(before);
  const seed = newSeed();
  await secret.set(seed, false);
  const view = secret.view();
  if (view.state === "on" && view.kept === "encrypted") return publicKeyOf(seed);
  // An invitation for it would be of no use after the next start.
  secret.clear();
  throw new WorldError("relay-key-unkept");
}

/** @throws WorldError unless it is the public half of the key that there is */
export async function checkRelayKey(key: string, secret: Pick<Secret, "get">): Promise<void> {
  const { publicKeyOf } = await import("./nkey.ts");
  const seed = await secret.get();
  if (seed === null || publicKeyOf(seed) !== key) throw new WorldError("relay-invitation-other-key");
}
