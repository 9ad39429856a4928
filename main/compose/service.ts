import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { SourceName } from "../../common/sources.ts";
import { everyNth } from "../lib/minutes.ts";
import type { Secret } from "../settings/secret.ts";
import type { Signing } from "../settings/signing.ts";
import type { ClientParts } from "../sources/rest/call.ts";
import type { StoreClient } from "../store/thread/client.ts";
import type { Tunnels } from "../tunnel/tunnels.ts";
import type { Profile } from "./profile.ts";

/** What a booking service that has an API needs of the rest of Bookbell. */
export interface ServiceParts extends Pick<Profile, "settings" | "secrets" | "addresses" | "model"> {
  readonly store: StoreClient;
  readonly tunnels: Pick<Tunnels, "fetched" | "givable" | "hook" | "registers">;
  now(): number;
  onFault(error: unknown): void;
}

/** What asking a service with that key needs, until `signal` ends it. */
export const askingWith = (
  { get }: Pick<Secret, "get">,
  parts: Pick<ClientParts, "base" | "now" | "signal">,
): ClientParts => ({
  ...parts,
  key: get,
  fetch,
  delay: (ms, signal) => delay(ms, undefined, { signal }),
  deadlineMs: 15_000,
});

/** Takes in what a service was asked for, as of that service's own clock. */
export const takeFrom =
  (source: SourceName, { store, now }: Pick<ServiceParts, "store" | "now">, serviceNow: () => number) =>
  (body: Uint8Array, quietly = false) =>
    store.take({
      source,
      receivedAt: now(),
      via: "catch-up",
      headers: {},
      body,
      quietly,
      asOf: serviceNow(),
    });

/**
 * What Bookbell itself has a service sign with: the secret that is set and can be read, or one that is made now, and kept as
 * its key is.
 */
export async function secretFor(signing: Signing, key: Secret): Promise<string> {
  const before = signing.view().state === "unreadable" ? null : await signing.get();
  if (before !== null) return before;
  const view = key.view();
  const plain = view.state === "on" && view.kept === "plain";
  const made = randomBytes(32).toString("base64url");
  await signing.set(made, plain);
  return made;
}

/** The connection to a service, and what it asks for, as compose drives both. */
export interface Driven {
  ensure(): Promise<void>;
  /** @returns true where something may have been missed */
  tend(): Promise<unknown>;
  readonly catchUp: { run(): Promise<void>; isDue(): boolean };
}

/** Asks at start, after gaps, and every ten minutes; nothing of it rejects. */
export function drive({ ensure, tend, catchUp }: Driven) {
  async function sync(): Promise<void> {
    await ensure().catch(() => {});
    await catchUp.run();
  }
  async function addressChanged(): Promise<void> {
    if ((await tend()) === true) await catchUp.run();
  }
  const everyTenMinutes = everyNth(10, () => {
    void addressChanged();
    if (catchUp.isDue()) void sync();
  });
  return { sync, addressChanged, minute: everyTenMinutes };
}
