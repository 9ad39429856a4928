import ElectronStore from "electron-store";
import type { SourceName } from "../../common/sources.ts";
import { createAddress } from "../../main/settings/address.ts";
import { addedSlot, timekitSlot } from "../../main/settings/address-slot.ts";
import { openSettings } from "../../main/settings/settings.ts";
import type { Vault } from "../../main/settings/vault.ts";

/** A keyring that turns texts about, and one that holds nothing back. */
const turned = (text: string) => [...text].reverse().join("");
export const turningVault: Vault = {
  encrypt: async (secret) => Buffer.from(turned(secret)).toString("base64"),
  decrypt: async (data) => turned(Buffer.from(data, "base64").toString()) || null,
};
export const lockedVault: Vault = {
  encrypt: async () => Promise.reject(new Error("locked")),
  decrypt: async () => null,
};
export const noVault: Vault = { encrypt: async () => null, decrypt: async () => null };

/** The real settings of a profile, and the address that they keep. Loads electron-store: see electron-unloaded.ts. */
export function keptAddress(
  folder: string,
  vault: Vault = turningVault,
  at = Date.now(),
  source: SourceName = "timekit",
) {
  const clock = { wall: at, elapsed: 0 };
  const settings = openSettings(folder, () => clock.wall);
  settings.saveBy(ElectronStore);
  const faults: unknown[] = [];
  const happened: string[] = [];
  const address = createAddress({
    source,
    slot: source === "timekit" ? timekitSlot(settings) : addedSlot(source, settings),
    vault,
    readClocks: () => ({ ...clock }),
    onFault: (error) => faults.push(error),
  });
  address.onRenewed(() => happened.push("renewed"));
  address.onOldEnded(() => happened.push("ended"));
  address.minute();
  /** As much later, by a clock that is set by so much meanwhile; Bookbell looks each minute, and at the end. */
  const pass = (ms: number, set = 0) => {
    clock.wall += ms + set;
    clock.elapsed += ms;
    address.minute();
  };
  return { settings, address, faults, happened, clock, pass };
}
