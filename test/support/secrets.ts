import { readSettings } from "../../main/settings/read-settings.ts";
import { createSafe } from "../../main/settings/safe.ts";
import type { Settings } from "../../main/settings/schema.ts";
import { createSecrets } from "../../main/settings/secrets.ts";

interface Given extends Partial<Pick<Settings, "secrets" | "signing">> {
  /** Whether this system has a keyring. */
  readonly protects: boolean;
}

/** The secrets of a Bookbell whose settings are in memory; while `vault.open` is false, its keyring gives nothing. */
export function someSecrets({ protects, ...given }: Given) {
  let settings: Settings = { ...readSettings({}).settings, ...given };
  const vault = { open: true, asked: 0, told: 0 };
  const clock = { wall: 1_000_000, elapsed: 0 };
  const change = (part: Partial<Settings>) => {
    settings = { ...settings, ...part };
  };
  const safe = createSafe(
    {
      encrypt: async (text) => (protects ? `locked:${text}` : null),
      async decrypt(data) {
        vault.asked += 1;
        return protects && vault.open ? data.replace("locked:", "") : null;
      },
    },
    () => {
      vault.told += 1;
    },
  );
  const secrets = createSecrets({
    settings: { get: (key) => settings[key], change, hold: change },
    safe,
    readClocks: () => ({ ...clock }),
    onSigning() {},
  });
  return { secrets, vault, clock, settings: () => settings };
}
