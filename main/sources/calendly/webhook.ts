import { withoutToken } from "../../lib/tokens.ts";
import type { Account } from "./api/account.ts";
import type { CalendlyApi } from "./api/api.ts";
import type { Subscription } from "./api/webhooks.ts";

/** The webhook that Bookbell has made, as it is remembered: without the token in its address. */
export interface KeptWebhook {
  readonly uri: string;
  readonly url: string;
}

/** What keeping the webhook needs of the rest of Bookbell. */
export interface WebhookParts {
  readonly api: Pick<CalendlyApi, "subscriptions" | "subscribe" | "unsubscribe">;
  readonly account: Account;
  /** Where Calendly reaches Bookbell now, token included. */
  readonly hook: string;
  readonly kept: KeptWebhook | null;
  keep(webhook: KeptWebhook | null): unknown;
  /** What Calendly is to sign with; kept, durably, before it is given. */
  signingKey(): Promise<string>;
}

export interface Kept {
  readonly webhook: Subscription;
  /** Calendly had disabled it, or let it go, and it was made anew. */
  readonly renewed: boolean;
}

/**
 * Sees to it that one webhook of ours posts to where Bookbell is now, and to nowhere else. Only one that Bookbell remembers is
 * signed with a key that it has: any other at its address gives way. A new address gets its own before the old one goes,
 * so that nothing is missed in between; at the same address Calendly takes no second one. The new one is remembered last:
 * broken off half-way, all is done anew.
 * @throws WorldError
 */
export async function keepWebhook(parts: WebhookParts): Promise<Kept> {
  const { api, account, hook, kept } = parts;
  const all = await api.subscriptions(account);
  const ours = all.find(({ uri }) => uri === kept?.uri);
  if (ours && ours.url === hook && ours.complete && !ours.disabled) return { webhook: ours, renewed: false };
  const [here, elsewhere] = [
    all.filter(isAt(hook)),
    all.filter((one) => one === ours || isOfToken(hook)(one)),
  ];
  for (const { uri } of here) await api.unsubscribe(uri);
  if (ours && here.includes(ours)) await parts.keep(null);
  const webhook = await api.subscribe(account, { url: hook, signingKey: await parts.signingKey() });
  for (const { uri } of elsewhere.filter((one) => !here.includes(one))) await api.unsubscribe(uri);
  await parts.keep({ uri: webhook.uri, url: withoutToken(hook) });
  return { webhook, renewed: kept !== null && (!ours || ours.disabled) };
}

const isAt = (hook: string) => (one: Subscription) => one.url === hook;

/** Nobody else has the token: where it was before, it was Bookbell's as well. */
const isOfToken = (hook: string) => (one: Subscription) =>
  URL.canParse(one.url) && new URL(one.url).pathname === new URL(hook).pathname;
