import { hashOf, renewed, withoutToken } from "../lib/tokens.ts";
import type { Settings } from "./schema.ts";

type Kept = Pick<Settings, "token" | "address" | "webhooks">;

/**
 * The address as a file of any version left it. A token in it is 0.1.0's, or lies there for want of a keyring; it is the
 * newest, whatever the keyring has, since 0.1.0 knows nothing of that. Without any, `newToken` makes one.
 */
export function addressAtStart(
  { token, address, webhooks }: Kept,
  newToken: () => string,
  now: number,
): Kept {
  // 0.1.0 kept the token in them, too.
  const hidden = webhooks.map((webhook) => ({ ...webhook, url: withoutToken(webhook.url) }));
  if (token === "" && address.newest !== "") return { token, address, webhooks: hidden };
  const its = token || newToken();
  const newest = hashOf(its);
  const known = [newest, ""].includes(address.newest)
    ? { ...address, newest }
    : { ...address, ...renewed(address, newest, now) };
  return { token: its, address: { ...known, sealed: "" }, webhooks: hidden };
}
