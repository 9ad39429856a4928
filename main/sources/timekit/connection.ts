import { type Problem, type ProblemCode, problem } from "../../../common/problems.ts";
import {
  type Graph,
  type GraphState,
  graphNames,
  type Resource,
  type TimekitView,
} from "../../../common/timekit.ts";
import { problemOf, WorldError } from "../../lib/world-error.ts";
import type { SettingsStore } from "../../settings/settings.ts";
import type { TimekitApi } from "./api/api.ts";
import { leadsTo, wantedPairs } from "./api/webhooks.ts";

/** What the connection to Timekit needs of the rest of Bookbell. */
export interface ConnectionParts {
  readonly api: TimekitApi;
  readonly settings: Pick<SettingsStore, "get" | "change">;
  /** Whether an App API key is set; does not touch the keyring. */
  hasKey(): boolean;
  /** Where Timekit reaches Bookbell now, token included; null while it does not. */
  hook(): string | null;
  now(): number;
  onView(view: TimekitView): void;
  onFault(error: unknown): void;
}

/** The user's Timekit app: whether the key works, whose bookings count, and which webhooks post to Bookbell. */
export function createConnection(parts: ConnectionParts) {
  const { api, settings } = parts;
  let key: "off" | "checking" | { app: string } | Problem = parts.hasKey() ? "checking" : "off";
  let registering: Promise<void> = Promise.resolve();
  let caughtUpAt: number | null = null;
  let problems: { catchUp: Problem | null; webhooks: Problem | null } = { catchUp: null, webhooks: null };
  let unread = 0;
  let registeredAt: number | null = null;
  /** Bookings that changed without a webhook, since the last one that came. */
  const onlyByAsking = new Set<string>();

  const wanted = () => wantedPairs(settings.get("graphs"));
  const stale = () => {
    const hook = parts.hook();
    return hook !== null && settings.get("webhooks").some((webhook) => !leadsTo(webhook, hook));
  };

  function view(): TimekitView {
    if (key === "off" || key === "checking") return { state: key };
    if ("code" in key) return { state: "failed", problem: key };
    const webhooks = settings.get("webhooks");
    const hook = parts.hook();
    return {
      state: "on",
      app: key.app,
      resource: settings.get("resource"),
      webhooks: {
        graphs: settings.get("graphs"),
        registered: webhooks.filter((webhook) => hook === null || leadsTo(webhook, hook)).length,
        wanted: wanted().length,
        stale: stale(),
        problem: problems.webhooks,
      },
      caughtUpAt,
      problem: problems.catchUp,
      unread,
      onlyByAsking: onlyByAsking.size,
    };
  }

  const show = () => parts.onView(view());

  async function check(): Promise<void> {
    key = "checking";
    show();
    try {
      key = { app: await api.checkKey() };
    } catch (error) {
      key = inWords(error);
      throw error;
    } finally {
      show();
    }
  }

  /** One at a time: two would both register what is missing. */
  function register(): Promise<void> {
    const mine = registering.catch(() => {}).then(registerNow);
    registering = mine;
    return mine;
  }

  async function registerNow(): Promise<void> {
    const hook = parts.hook();
    if (hook === null && settings.get("graphs").length > 0) throw new WorldError("no-public-address");
    try {
      const { refused, undeletable } = await api.register({
        hook: hook ?? "https://none.invalid",
        pairs: wanted(),
        kept: settings.get("webhooks"),
        keep: async (webhooks) => settings.change({ webhooks }),
      });
      const code: ProblemCode | null =
        refused.length > 0
          ? "timekit-webhooks-refused"
          : undeletable.length > 0
            ? "timekit-webhooks-left"
            : null;
      problems = { ...problems, webhooks: code && problem(code) };
    } catch (error) {
      problems = { ...problems, webhooks: inWords(error) };
      throw error;
    } finally {
      registeredAt = parts.now();
      show();
    }
  }

  return {
    view,
    show,
    check,
    /** Tries the key that has not been tried, or could not be, because Timekit was out of reach. */
    async ensure(): Promise<void> {
      const tried = typeof key === "object" && !("code" in key && key.code !== "timekit-key-refused");
      if (parts.hasKey() && !tried) await check();
    },
    isOn: () => typeof key === "object" && !("code" in key),
    off(): void {
      key = "off";
      settings.change({ watermark: null, silentUntil: null, resource: null });
      show();
    },
    resources: () => api.resources(),
    graphs: () => api.graphs(),
    /** Of bookings that did not count until now, all are to be fetched; only what is new since is told. */
    choose(resource: Resource | null): void {
      const [had, watermark] = [settings.get("resource"), settings.get("watermark")];
      const counted = had === null || had.id === resource?.id;
      const anew = { watermark: null, silentUntil: watermark ?? settings.get("silentUntil") };
      settings.change({ resource, ...(!counted && anew) });
      show();
    },
    register(graphs: readonly Graph[]): Promise<void> {
      settings.change({ graphs });
      return register();
    },
    /** To be called when the public address may be another one. */
    async addressChanged(): Promise<void> {
      if (typeof key === "object" && !("code" in key) && stale()) await register().catch(parts.onFault);
      show();
    },
    /** Notes how asking Timekit for what was missed went: how it ended, or the error that it broke off with. */
    caughtUp(how: { problem: Problem | null; unread: number } | { error: unknown }): void {
      const failed = "error" in how;
      problems = { ...problems, catchUp: failed ? inWords(how.error) : how.problem };
      if (!failed) unread = how.unread;
      if (!failed && how.problem?.code !== "timekit-endless") caughtUpAt = parts.now();
      show();
    },
    /** Whether a webhook is to be expected for it: who adds them by hand needs none for a booking that is over. */
    isPosted({ graph, state }: GraphState): boolean {
      const registered: readonly GraphState[] = settings.get("webhooks");
      const pairs = registered.length > 0 ? registered : wantedPairs(graphNames);
      return pairs.some((pair) => pair.graph === graph && pair.state === state);
    },
    /** When webhooks were last registered from here, epoch milliseconds; null = not in this run. */
    registeredAt: () => registeredAt,
    /** This booking changed, and no webhook told of it. */
    onlyAsked(bookingId: string): void {
      onlyByAsking.add(bookingId);
      show();
    },
    /** A webhook came. */
    posted(): void {
      if (onlyByAsking.size === 0) return;
      onlyByAsking.clear();
      show();
    },
  };
}

export type Connection = ReturnType<typeof createConnection>;

const inWords = (error: unknown): Problem => problemOf(error, "internal");
