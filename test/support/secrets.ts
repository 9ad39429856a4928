import { createSafe } from "../../main/settings/safe.ts";
import type { Settings } from "../../main/settings/schema.ts";
import { createSecrets } from "../../main/settings/secrets.ts";
import { someSettings } from "./settings.ts";

interface Given extends Partial<Pick<Settings, "secrets" | "signing">> {
  /** Whether this system has a keyring. */
  readonly protects: boolean;
}

/** The secrets of a Bookbell whose settings are in memory; while `vault.open` is false, its keyring gives nothing. */
export function someSecrets({ protects, ...given }: Given) {
  const { all, get, change } = someSettings(given);
  const vault = { open: true, asked: 0, told: 0 };
  const clock = { wall: 1_000_000, elapsed: 0 };
  const safe = createSafe({
    encrypt: async (text) => (protects ? `locked:${text}` : null),
    async decrypt(data) {
      vault.asked += 1;
      return protects && vault.open ? data.replace("locked:", "") : null;
    },
  });
  safe.onLost(() => {
    vault.told += 1;
  });
  const secrets = createSecrets({
    settings: { get, change, hold: change },
    safe,
    readClocks: () => ({ ...clock }),
  });
  return { secrets, vault, clock, settings: all };
}
