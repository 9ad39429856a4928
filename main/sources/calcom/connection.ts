import type { CalcomView } from "../../../common/calcom.ts";
import { type Problem, type ProblemCode, problem } from "../../../common/problems.ts";
import { problemOf, WorldError } from "../../lib/world-error.ts";
import type { CalcomApi } from "./api/api.ts";
import { ownOf, stateOf } from "./api/webhooks.ts";

/** What is remembered of Cal.com from one run to the next. */
export interface CalcomMemory {
  /** The id of the webhook that Bookbell keeps there; null = the user wants none. */
  readonly webhook: string | null;
  /** Until when everything is known, on Cal.com's clock, epoch milliseconds; null = nothing was fetched yet. */
  readonly watermark: number | null;
  /** What happened before is no news; null = all of it is. */
  readonly silentUntil: number | null;
}

/** What the connection to Cal.com needs of the rest of Bookbell. */
export interface CalcomConnectionParts {
  readonly api: CalcomApi;
  readonly memory: { get(): CalcomMemory; change(part: Partial<CalcomMemory>): unknown };
  /** Whether an API key is set; does not touch the keyring. */
  hasKey(): boolean;
  /** Where Cal.com reaches Bookbell now, token included; null while it does not. */
  hook(): string | null;
  /** What Cal.com is to sign with; kept, durably, before it is given. */
  signingSecret(): Promise<string>;
  now(): number;
  onView(view: CalcomView): void;
  onFault(error: unknown): void;
}

type OnView = Extract<CalcomView, { state: "on" }>;
type State = OnView["webhook"]["state"];

/**
 * Cal.com switches nothing off by itself: whoever changed the webhook there may have meant it, so that is said, and mended
 * when the user wants. Only a move of Bookbell's own is followed at once.
 */
const faults: { readonly [Name in State]?: ProblemCode } = {
  off: "calcom-webhook-off",
  gone: "calcom-webhook-gone",
  template: "calcom-webhook-template",
  incomplete: "calcom-webhook-incomplete",
};

/** The user's Cal.com: whether the key works, and the webhook that posts to Bookbell. */
export function createCalcomConnection(parts: CalcomConnectionParts) {
  const { api, memory } = parts;
  let key: "off" | "checking" | { name: string } | Problem = parts.hasKey() ? "checking" : "off";
  let found: State = memory.get().webhook ? "right" : "none";
  let failure: Problem | null = null;
  let asked: Pick<OnView, "caughtUpAt" | "problem" | "unread"> = {
    caughtUpAt: null,
    problem: null,
    unread: 0,
  };
  let tending: Promise<unknown> = Promise.resolve();

  function view(): CalcomView {
    if (key === "off" || key === "checking") return { state: key };
    if ("code" in key) return { state: "failed", problem: key };
    const fault = faults[found];
    const webhook = { state: found, problem: failure ?? (fault ? problem(fault) : null) };
    return { state: "on", name: key.name, webhook, ...asked };
  }

  const show = () => parts.onView(view());
  const isOn = () => typeof key === "object" && "name" in key;

  async function check(): Promise<void> {
    key = "checking";
    show();
    try {
      key = { name: await api.checkKey() };
    } catch (error) {
      key = inWords(error);
      throw error;
    } finally {
      show();
    }
  }

  /** One at a time: two would both make what is missing. Shows how it ended. */
  function inTurn(run: () => Promise<State>): Promise<void> {
    const mine = tending
      .catch(() => {})
      .then(async () => {
        try {
          found = await run();
          failure = null;
        } catch (error) {
          failure = inWords(error);
          throw error;
        } finally {
          show();
        }
      });
    tending = mine;
    return mine;
  }

  async function registerNow(secret: string | null): Promise<State> {
    const hook = parts.hook();
    if (hook === null) throw new WorldError("no-public-address");
    const { id } = await api.register({ hook, id: memory.get().webhook, secret });
    memory.change({ webhook: id });
    return "right";
  }

  async function look(): Promise<State> {
    const { webhook } = memory.get();
    if (!webhook) return "none";
    const own = ownOf(await api.webhooks(), webhook, null);
    const state = own ? stateOf(own, parts.hook()) : "gone";
    return state === "elsewhere" ? registerNow(null) : state;
  }

  function off(): void {
    key = "off";
    found = "none";
    failure = null;
    memory.change({ webhook: null, watermark: null, silentUntil: null });
    show();
  }

  /** Has Cal.com post here no more. */
  const unregister = (): Promise<void> =>
    inTurn(async () => {
      const { webhook } = memory.get();
      if (webhook) await api.removeWebhook(webhook);
      memory.change({ webhook: null });
      return "none";
    });

  return {
    view,
    show,
    check,
    isOn,
    /** Tries the key that has not been tried, or could not be, because Cal.com was out of reach. */
    async ensure(): Promise<void> {
      const isRefused = typeof key === "object" && "code" in key && key.code === "calcom-key-refused";
      if (parts.hasKey() && !isOn() && !isRefused) await check();
    },
    /** There is no key: what Cal.com has of ours stays there, as nobody can remove it. */
    off,
    /**
     * The key is about to go, or its server: the webhook goes first, while that can be done.
     * @throws WorldError calcom-webhook-left where it cannot; all else is done
     */
    async leave(): Promise<void> {
      const isLeft = await unregister().then(
        () => false,
        () => true,
      );
      off();
      if (isLeft) throw new WorldError("calcom-webhook-left");
    },
    /** Has Cal.com post here, and mends what is wrong with the webhook. */
    register: (): Promise<void> => inTurn(async () => registerNow(await parts.signingSecret())),
    unregister,
    /** To be called every now and then, and when the public address may be another one. Never rejects. */
    async tend(): Promise<void> {
      if (isOn()) await inTurn(look).catch(parts.onFault);
    },
    /** Notes how asking for what was missed went: how it ended, or the error that it broke off with. */
    caughtUp(how: { finished: boolean; unread: number } | { error: unknown }): void {
      if ("error" in how) asked = { ...asked, problem: inWords(how.error) };
      else if (how.finished) asked = { caughtUpAt: parts.now(), problem: null, unread: how.unread };
      else asked = { ...asked, problem: problem("calcom-endless"), unread: how.unread };
      show();
    },
  };
}

export type CalcomConnection = ReturnType<typeof createCalcomConnection>;

const inWords = (error: unknown): Problem => problemOf(error, "internal");
