import { type AddedSource, addedSources } from "../../common/sources.ts";
import { hashOf, type KnownTokens, standingOf } from "../../main/lib/tokens.ts";

/** The tokens of a receiver under test, by the real rule. */
export const knowing = (token: string, more: Partial<KnownTokens> = {}) => ({
  standing: (shown: string) => standingOf(shown, { newest: hashOf(token), old: null, ended: [], ...more }),
});

const noAddress = { standing: () => "unknown" as const, at: () => null };

/** The addresses of all sources that can be added, of which none is. */
export const noneAdded = Object.fromEntries(addedSources.map((name) => [name, noAddress])) as Record<
  AddedSource,
  typeof noAddress
>;
