import { type SigningSource, signingNames } from "../../common/sources.ts";
import type { KeptSecret, KeptSigning, Settings } from "./schema.ts";
import type { SettingsStore } from "./settings.ts";

/** Where the signing secrets of one booking service are kept. */
export interface SigningSlot {
  newest(): KeptSecret | null;
  /** What is kept beside the newest. */
  rest(): KeptSigning;
  /** In one write. `hold` = also while nothing can be saved. @throws WorldError when it cannot be saved, without `hold` */
  keep(part: { newest?: KeptSecret | null; rest: KeptSigning }, how?: "change" | "hold"): void;
}

export const noSigning: KeptSigning = { setAt: null, earlier: [], until: null };

/** Timekit's, which was the only one in 0.1.0, is kept by itself. */
export function signingSlot(
  source: SigningSource,
  settings: Pick<SettingsStore, "get" | "change" | "hold">,
): SigningSlot {
  const name = signingNames[source];
  const rest = () =>
    source === "timekit" ? settings.get("signing") : (settings.get("signings")[source] ?? noSigning);
  const withRest = (kept: KeptSigning): Partial<Settings> =>
    source === "timekit" ? { signing: kept } : { signings: { ...settings.get("signings"), [source]: kept } };
  return {
    newest: () => settings.get("secrets")[name] ?? null,
    rest,
    keep({ newest, rest }, how = "change") {
      const secrets = newest === undefined ? {} : { secrets: { ...settings.get("secrets"), [name]: newest } };
      settings[how]({ ...secrets, ...withRest(rest) });
    },
  };
}
