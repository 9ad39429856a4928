import type { CalendlyView } from "../../../common/calendly.ts";
import { type Problem, problem } from "../../../common/problems.ts";
import { withoutToken } from "../../lib/tokens.ts";
import { problemOf, WorldError } from "../../lib/world-error.ts";
import type { Account } from "./api/account.ts";
import type { CalendlyApi } from "./api/api.ts";
import { type KeptWebhook, keepWebhook } from "./webhook.ts";

/** What is remembered of Calendly from one run to the next. */
export interface CalendlyMemory {
  /** Whether the user wants Bookbell to keep a webhook at Calendly. */
  readonly wanted: boolean;
  readonly webhook: KeptWebhook | null;
  /** Until when everything is known, on Calendly's clock, epoch milliseconds; null = nothing was fetched yet. */
  readonly watermark: number | null;
  /** What happened before is no news; null = all of it is. */
  readonly silentUntil: number | null;
}

/** What the connection to Calendly needs of the rest of Bookbell. */
export interface CalendlyConnectionParts {
  readonly api: CalendlyApi;
  readonly memory: { get(): CalendlyMemory; change(part: Partial<CalendlyMemory>): unknown };
  /** Whether a personal access token is set; does not touch the keyring. */
  hasToken(): boolean;
  /** Where Calendly reaches Bookbell now, token included; null while it does not. */
  hook(): string | null;
  signingKey(): Promise<string>;
  /** The one that was given cannot be read: it cannot verify what the webhook posts. */
  isKeyLost(): boolean;
  now(): number;
  onView(view: CalendlyView): void;
  onFault(error: unknown): void;
}

type WebhookState = Extract<CalendlyView, { state: "on" }>["webhook"]["state"];

/** The user's Calendly: whether the token works, and the webhook that posts to Bookbell. */
export function createCalendlyConnection(parts: CalendlyConnectionParts) {
  const { api, memory } = parts;
  let token: "off" | "checking" | Account | Problem = parts.hasToken() ? "checking" : "off";
  let found: Exclude<WebhookState, "stale" | "none"> = "active";
  let renewedAt: number | null = null;
  let caughtUpAt: number | null = null;
  let problems: { catchUp: Problem | null; webhook: Problem | null } = { catchUp: null, webhook: null };
  let unread = 0;
  let keeping: Promise<unknown> = Promise.resolve();

  const account = () => (typeof token === "object" && "user" in token ? token : null);

  function webhookState(): WebhookState {
    const { webhook } = memory.get();
    if (!webhook) return "none";
    const hook = parts.hook();
    return hook !== null && webhook.url !== withoutToken(hook) ? "stale" : found;
  }

  function view(): CalendlyView {
    if (token === "off" || token === "checking") return { state: token };
    if ("code" in token) return { state: "failed", problem: token };
    const webhook = { state: webhookState(), renewedAt, problem: problems.webhook };
    return { state: "on", name: token.name, webhook, caughtUpAt, problem: problems.catchUp, unread };
  }

  const show = () => parts.onView(view());

  async function check(): Promise<void> {
    token = "checking";
    show();
    try {
      token = await api.account();
    } catch (error) {
      token = inWords(error);
      throw error;
    } finally {
      show();
    }
  }

  /** One at a time: two would both make what is missing. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = keeping.catch(() => {}).then(run);
    keeping = mine;
    return mine;
  }

  /** @returns whether it had to be made anew because Calendly had given it up: something was missed */
  async function keepNow(): Promise<boolean> {
    const whose = account();
    if (!whose || !memory.get().wanted) return false;
    try {
      const hook = parts.hook();
      if (hook === null) throw new WorldError("no-public-address");
      const { webhook, renewed } = await keepWebhook({
        api,
        account: whose,
        hook,
        kept: memory.get().webhook,
        keep: (webhook) => memory.change({ webhook }),
        signingKey: parts.signingKey,
      });
      found = webhook.retryingSince === null ? "active" : "retrying";
      if (renewed) renewedAt = parts.now();
      problems = { ...problems, webhook: null };
      return renewed;
    } catch (error) {
      problems = { ...problems, webhook: inWords(error) };
      throw error;
    } finally {
      show();
    }
  }

  /** Out of reach, Bookbell can mend nothing; that Calendly has given it up is to be known all the same. */
  async function look(whose: Account): Promise<void> {
    const { webhook } = memory.get();
    if (!webhook) return;
    const ours = (await api.subscriptions(whose)).find(({ uri }) => uri === webhook.uri);
    found = !ours || ours.disabled ? "disabled" : ours.retryingSince === null ? "active" : "retrying";
    problems = { ...problems, webhook: found === "disabled" ? problem("calendly-webhook-disabled") : null };
    show();
  }

  function off(): void {
    token = "off";
    problems = { catchUp: null, webhook: null };
    memory.change({ wanted: false, webhook: null, watermark: null, silentUntil: null });
    show();
  }

  /** Has Calendly post here no more. */
  const unregister = (): Promise<void> =>
    inTurn(async () => {
      const { webhook } = memory.get();
      memory.change({ wanted: false });
      if (webhook) await api.unsubscribe(webhook.uri);
      memory.change({ webhook: null });
      problems = { ...problems, webhook: null };
      show();
    });

  return {
    view,
    show,
    check,
    account,
    /** Tries the token that has not been tried, or could not be, because Calendly was out of reach. */
    async ensure(): Promise<void> {
      const refused = typeof token === "object" && "code" in token && token.code === "calendly-token-refused";
      if (parts.hasToken() && !account() && !refused) await check();
    },
    isOn: () => account() !== null,
    /** There is no token: what Calendly has of ours stays there, as nobody can remove it. */
    off,
    /**
     * The token is about to go: the webhook goes first, while that can be done. Users cannot remove one in Calendly itself,
     * so one that stays there is remembered, and can be removed once there is a token again.
     * @throws WorldError calendly-webhook-left where it stays; all else is done
     */
    async leave(): Promise<void> {
      const { webhook } = memory.get();
      const isLeft = await unregister().then(
        () => false,
        () => true,
      );
      off();
      if (!isLeft) return;
      memory.change({ webhook });
      throw new WorldError("calendly-webhook-left");
    },
    /** Has Calendly post here, signed with a key that can be read. */
    async register(): Promise<void> {
      memory.change({ wanted: true, ...(parts.isKeyLost() && { webhook: null }) });
      await inTurn(keepNow);
    },
    unregister,
    /**
     * To be called every now and then, and when the public address may be another one. Never rejects.
     * @returns whether something may have been missed, as Calendly had disabled its webhook
     */
    async tend(): Promise<boolean> {
      const whose = account();
      if (!whose) return false;
      try {
        return await inTurn(async () => {
          if (parts.hook() !== null) return keepNow();
          await look(whose);
          return false;
        });
      } catch (error) {
        parts.onFault(error);
        return false;
      }
    },
    /** Notes how asking Calendly for what was missed went: how it ended, or the error that it broke off with. */
    caughtUp(how: { finished: boolean; unread: number } | { error: unknown }): void {
      if ("error" in how) problems = { ...problems, catchUp: inWords(how.error) };
      else {
        problems = { ...problems, catchUp: how.finished ? null : problem("calendly-endless") };
        unread = how.unread;
        if (how.finished) caughtUpAt = parts.now();
      }
      show();
    },
  };
}

export type CalendlyConnection = ReturnType<typeof createCalendlyConnection>;

const inWords = (error: unknown): Problem => problemOf(error, "internal");
