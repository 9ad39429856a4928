import { randomBytes } from "node:crypto";
import type { DestinationView } from "../../common/destination-view.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Safe } from "./safe.ts";
import type { KeptSecret, Settings } from "./schema.ts";
import type { SettingsStore } from "./settings.ts";

/** What is secret of one destination. */
export interface DestinationSecret {
  readonly address: string;
  /** What messages to it are signed with, the newest first; none where its kind wants none. */
  readonly keys: readonly string[];
}

/** What keeping them needs of the rest of Bookbell. */
export interface DestinationSecretsParts {
  readonly settings: Pick<SettingsStore, "get" | "change">;
  readonly safe: Safe;
  now(): number;
}

type Kept = Settings["destinations"][string];

/** How long messages are signed with the key before, too. */
const bothMs = 24 * 3_600_000;

/** The addresses and keys of destinations, by their ids. */
export function createDestinationSecrets({ settings, safe, now }: DestinationSecretsParts) {
  const all = () => settings.get("destinations");
  const keep = (id: string, kept: Kept) => settings.change({ destinations: { ...all(), [id]: kept } });
  const keepOnly = (is: (id: string) => boolean) =>
    settings.change({ destinations: Object.fromEntries(Object.entries(all()).filter(([id]) => is(id))) });

  function find(id: string): Kept {
    const kept = Object.hasOwn(all(), id) ? all()[id] : undefined;
    if (!kept) throw new WorldError("target-unreadable");
    return kept;
  }

  async function open(kept: KeptSecret | null): Promise<string> {
    const secret = kept && (await safe.open(kept));
    if (secret === null) throw new WorldError("target-unreadable");
    return secret;
  }

  const counts = ({ earlier }: Kept) => earlier !== null && earlier.until > now();

  return {
    /** @throws WorldError target-unreadable */
    async get(id: string): Promise<DestinationSecret> {
      const kept = find(id);
      const { address, key, earlier } = kept;
      const keys = [key, earlier && counts(kept) ? earlier.key : null].filter((one) => one !== null);
      return { address: await open(address), keys: await Promise.all(keys.map(open)) };
    },
    /** Makes the first key as well where one is wanted. `plain` = agreed to without the system's keyring. */
    async set(id: string, address: string, { plain, signed }: { plain: boolean; signed: boolean }) {
      const { key = null, earlier = null } = Object.hasOwn(all(), id) ? find(id) : {};
      const sealed = await safe.lock(address, plain);
      const first = signed && key === null ? await safe.lock(newKey(), plain) : key;
      keep(id, { address: sealed, key: first, earlier });
    },
    /** @throws WorldError target-unreadable where it has none */
    async renewKey(id: string): Promise<void> {
      const { address, key } = find(id);
      if (key === null) throw new WorldError("target-unreadable");
      const next = await safe.lock(newKey(), address?.kept === "plain");
      keep(id, { address, key: next, earlier: { key, until: now() + bothMs } });
    },
    remove: (id: string): void => keepOnly((one) => one !== id),
    /** Those of other destinations are gone. */
    prune(ids: readonly string[]): void {
      if (Object.keys(all()).some((id) => !ids.includes(id))) keepOnly((id) => ids.includes(id));
    },
    /** Does not touch the keyring. */
    view(id: string): Pick<DestinationView, "kept" | "earlierKeyUntil"> {
      const kept = Object.hasOwn(all(), id) ? find(id) : null;
      const address = kept?.address;
      if (!kept || !address || safe.isLost(address)) return { kept: "unreadable", earlierKeyUntil: null };
      return {
        kept: address.kept,
        earlierKeyUntil: counts(kept) ? (kept.earlier?.until ?? null) : null,
      };
    },
  };
}

export type DestinationSecrets = ReturnType<typeof createDestinationSecrets>;

/** As Standard Webhooks have it. */
const newKey = () => `whsec_${randomBytes(32).toString("base64")}`;
