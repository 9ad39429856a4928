import { nkeys } from "@nats-io/nats-core";

/** The seed of a new user of NATS. */
export const newSeed = (): string => new TextDecoder().decode(nkeys.createUser().getSeed());

/** The half that others may know. */
export const publicKeyOf = (seed: string): string =>
  nkeys.fromSeed(new TextEncoder().encode(seed)).getPublicKey();
