import type { SecretName, SecretView } from "../../common/secrets.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Safe } from "./safe.ts";
import type { KeptSecret } from "./schema.ts";
import type { SettingsStore } from "./settings.ts";

/** One secret of the user's, read from the keyring only when it is first asked for. */
export interface Secret {
  /** Null when none is set. @throws when one is set but cannot be read, or the keyring does not answer. */
  get(): Promise<string | null>;
  /** Keeps it in the system's keyring; where there is none, until quitting, or for good if `plain` is agreed. */
  set(secret: string, plain: boolean): Promise<void>;
  clear(): void;
  /** Does not touch the keyring. */
  view(): SecretView;
}

/** What keeping a secret needs of the rest of Bookbell. */
export interface SecretParts {
  readonly settings: Pick<SettingsStore, "get" | "change">;
  readonly safe: Safe;
}

export function createSecret(name: SecretName, { settings, safe }: SecretParts): Secret {
  const kept = () => settings.get("secrets")[name] ?? null;
  const keep = (secret: KeptSecret | null) =>
    settings.change({ secrets: { ...settings.get("secrets"), [name]: secret } });
  return {
    async get() {
      const at = kept();
      const secret = at && (await safe.open(at));
      if (at && secret === null) throw new WorldError("secret-unreadable");
      return secret;
    },
    set: async (secret, plain) => keep(await safe.lock(secret, plain)),
    clear: () => keep(null),
    view() {
      const at = kept();
      if (!at) return { state: "off" };
      return safe.isLost(at) ? { state: "unreadable" } : { state: "on", kept: at.kept };
    },
  };
}
