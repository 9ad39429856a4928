import type { AddedSource } from "../../common/sources.ts";
import type { KeptAddress, Settings } from "./schema.ts";
import type { SettingsStore } from "./settings.ts";

/** Where the address of one source is kept. */
export interface AddressSlot {
  /** The newest token, while it lies in the settings file; else empty. */
  token(): string;
  address(): KeptAddress;
  /** The public URL with which the user copied it last; empty = never. */
  copiedUrl(): string;
  /** In one write. `hold` = also while nothing can be saved. @throws WorldError when it cannot be saved, without `hold` */
  keep(part: Partial<Settings["addresses"][string]>, how?: "change" | "hold"): void;
}

type Kept = Pick<SettingsStore, "get" | "change" | "hold">;

/** Timekit's, which was the only one in 0.1.0. */
export const timekitSlot = (settings: Kept): AddressSlot => ({
  token: () => settings.get("token"),
  address: () => settings.get("address"),
  copiedUrl: () => settings.get("copiedUrl"),
  keep: (part, how = "change") => settings[how](part),
});

const nothing: Settings["addresses"][string] = {
  token: "",
  address: { newest: "", old: null, ended: [], sealed: "", toCopy: false },
  copiedUrl: "",
};

export function addedSlot(name: AddedSource, settings: Kept): AddressSlot {
  const kept = () => settings.get("addresses")[name] ?? nothing;
  return {
    token: () => kept().token,
    address: () => kept().address,
    copiedUrl: () => kept().copiedUrl,
    keep: (part, how = "change") =>
      settings[how]({
        addresses: { ...settings.get("addresses"), [name]: { ...kept(), ...part } },
      }),
  };
}
