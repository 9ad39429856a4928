import { hashOf, type KnownTokens, standingOf } from "../../main/lib/tokens.ts";

/** The tokens of a receiver under test, by the real rule. */
export const knowing = (token: string, more: Partial<KnownTokens> = {}) => ({
  standing: (shown: string) => standingOf(shown, { newest: hashOf(token), old: null, ended: [], ...more }),
});

/** The address of a source that nobody has added. */
export const noAddress = { standing: () => "unknown" as const, at: () => null };
