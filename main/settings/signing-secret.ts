import type { SigningView } from "../../common/view.ts";
import type { KeptSecret, SettingsStore } from "./settings.ts";
import type { Vault } from "./vault.ts";

/** Timekit's signing secret, read from the keyring only when the first delivery asks for it. */
export function createSigningSecret(settings: Pick<SettingsStore, "get" | "change">, vault: Vault) {
  const kept = () => settings.get("signingSecret");
  const keep = (signingSecret: KeptSecret | null) => settings.change({ signingSecret });
  let known: string | null = null;
  let reading: Promise<string | null> | undefined;

  async function read(): Promise<string | null> {
    const at = kept();
    if (at?.kept === "plain") return at.data;
    return at?.kept === "encrypted" ? vault.decrypt(at.data) : null;
  }

  return {
    /** Null when none is set. @throws when one is set but cannot be read: then no delivery may be believed. */
    async get(): Promise<string | null> {
      if (!kept()) return null;
      if (known === null) {
        reading ??= read().finally(() => {
          reading = undefined;
        });
        known = await reading;
      }
      if (known === null) throw new Error("The signing secret cannot be read.");
      return known;
    },
    /** Keeps a secret in the system's keyring; where there is none, until quitting, or for good if `plain` is agreed. */
    async set(secret: string, plain: boolean): Promise<void> {
      const data = await vault.encrypt(secret);
      if (data !== null) keep({ kept: "encrypted", data });
      else keep(plain ? { kept: "plain", data: secret } : { kept: "session" });
      known = secret;
    },
    clear(): void {
      keep(null);
      known = null;
    },
    /** Does not touch the keyring. */
    view(): SigningView {
      const at = kept();
      if (!at) return { state: "off" };
      return at.kept === "session" && known === null
        ? { state: "unreadable" }
        : { state: "on", kept: at.kept };
    },
  };
}

export type SigningSecret = ReturnType<typeof createSigningSecret>;
