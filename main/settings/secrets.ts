import { type SecretName, type SecretView, secretNames } from "../../common/view.ts";
import { WorldError } from "../lifecycle/world-error.ts";
import type { KeptSecret, SettingsStore } from "./settings.ts";
import type { Vault } from "./vault.ts";

/** One secret of the user's, read from the keyring only when it is first asked for. */
interface Secret {
  /** Null when none is set. @throws when one is set but cannot be read, or the keyring does not answer. */
  get(): Promise<string | null>;
  /** Keeps it in the system's keyring; where there is none, until quitting, or for good if `plain` is agreed. */
  set(secret: string, plain: boolean): Promise<void>;
  clear(): void;
  /** Does not touch the keyring. */
  view(): SecretView;
}

export type Secrets = Readonly<Record<SecretName, Secret>>;

/** Every secret that Bookbell may keep. */
export function createSecrets(settings: Pick<SettingsStore, "get" | "change">, vault: Vault): Secrets {
  const each = secretNames.map((name) => {
    const keep = (secret: KeptSecret | null) =>
      settings.change({ secrets: { ...settings.get("secrets"), [name]: secret } });
    return [name, createSecret(() => settings.get("secrets")[name] ?? null, keep, vault)];
  });
  return Object.fromEntries(each);
}

/** What the page may know of them. */
export const secretsView = (secrets: Secrets) =>
  Object.fromEntries(secretNames.map((name) => [name, secrets[name].view()])) as Record<
    SecretName,
    SecretView
  >;

function createSecret(
  kept: () => KeptSecret | null,
  keep: (secret: KeptSecret | null) => void,
  vault: Vault,
): Secret {
  let known: string | null = null;
  let reading: Promise<string | null> | undefined;

  async function read(): Promise<string | null> {
    const at = kept();
    if (at?.kept === "plain") return at.data;
    return at?.kept === "encrypted" ? vault.decrypt(at.data) : null;
  }

  return {
    async get() {
      if (!kept()) return null;
      if (known === null) {
        reading ??= read().finally(() => {
          reading = undefined;
        });
        known = await reading;
      }
      if (known === null) throw new WorldError("secret-unreadable");
      return known;
    },
    async set(secret, plain) {
      const data = await vault.encrypt(secret);
      if (data !== null) keep({ kept: "encrypted", data });
      else keep(plain ? { kept: "plain", data: secret } : { kept: "session" });
      known = secret;
    },
    clear() {
      keep(null);
      known = null;
    },
    view() {
      const at = kept();
      if (!at) return { state: "off" };
      return at.kept === "session" && known === null
        ? { state: "unreadable" }
        : { state: "on", kept: at.kept };
    },
  };
}
