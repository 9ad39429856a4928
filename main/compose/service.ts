import { randomBytes } from "node:crypto";
import type { AddedSource } from "../../common/sources.ts";
import { everyNth } from "../lib/minutes.ts";
import type { Signing } from "../settings/signing.ts";
import type { StoreClient } from "../store/thread/client.ts";
import type { Tunnels } from "../tunnel/tunnels.ts";
import type { Profile } from "./profile.ts";

/** What a booking service that has an API needs of the rest of Bookbell. */
export interface ServiceParts extends Pick<Profile, "settings" | "secrets" | "addresses" | "model"> {
  readonly store: StoreClient;
  readonly tunnels: Pick<Tunnels, "fetched" | "givable">;
  now(): number;
  onFault(error: unknown): void;
}

/** How long one question may take. */
export const deadlineMs = 15_000;

/** Where that service reaches Bookbell, token included; null while it does not. */
export const hookOf = (source: AddedSource, { tunnels, addresses }: ServiceParts) => {
  const url = tunnels.givable();
  return url && addresses[source].at(url);
};

/** What Bookbell itself has a service sign with: the secret that is set, or one that is made, and kept, now. */
export async function secretFor(signing: Signing, plain: boolean): Promise<string> {
  const before = await signing.get();
  if (before !== null) return before;
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
