import { type ProblemCode, problem } from "../../../common/problems.ts";
import type { Graph, Resource, TimekitView } from "../../../common/timekit.ts";
import type { Problem } from "../../../common/view.ts";
import { problemOf, WorldError } from "../../lifecycle/world-error.ts";
import type { SettingsStore } from "../../settings/settings.ts";
import type { TimekitApi } from "./api/api.ts";
import { wantedPairs } from "./api/webhooks.ts";

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

  const wanted = () => wantedPairs(settings.get("graphs"));
  const stale = () => {
    const hook = parts.hook();
    return hook !== null && settings.get("webhooks").some(({ url }) => !url.startsWith(hook));
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
        registered: webhooks.filter(({ url }) => hook === null || url.startsWith(hook)).length,
        wanted: wanted().length,
        stale: stale(),
        problem: problems.webhooks,
      },
      caughtUpAt,
      problem: problems.catchUp,
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
      settings.change({ watermark: null, resource: null });
      show();
    },
    resources: () => api.resources(),
    choose(resource: Resource | null): void {
      settings.change({ resource });
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
    /** Notes how asking Timekit for what was missed went; null = well. */
    caughtUp(error: unknown): void {
      problems = { ...problems, catchUp: error === null ? null : inWords(error) };
      if (error === null) caughtUpAt = parts.now();
      show();
    },
  };
}

export type Connection = ReturnType<typeof createConnection>;

const inWords = (error: unknown): Problem => problemOf(error, "timekit-odd");
