import { randomUUID } from "node:crypto";
import { lookup } from "node:dns";
import { request } from "node:https";
import { setTimeout as delay } from "node:timers/promises";
import { app, net, type PowerMonitor } from "electron";
import type { Preview, RuleDraft, Tested } from "../../common/destination-view.ts";
import type { DetailLevel } from "../../common/destinations.ts";
import { slackOrigins } from "../destinations/addresses.ts";
import { createCatalogue, type KeptDestination } from "../destinations/catalogue.ts";
import type { Outcome } from "../destinations/destination.ts";
import { createDispatcher } from "../destinations/dispatcher.ts";
import { testMessage } from "../destinations/message.ts";
import { openDestination, unreadable } from "../destinations/open-destination.ts";
import { createPost } from "../destinations/post.ts";
import { postedOf } from "../destinations/posted.ts";
import { createDestinationsHandlers } from "../ipc/destinations-handlers.ts";
import { coalesce } from "../lib/coalesce.ts";
import { lookAgainMs } from "../lib/look-again.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Log } from "../lifecycle/log.ts";
import type { StoreClient } from "../store/thread/client.ts";
import type { Profile } from "./profile.ts";
import type { Reception } from "./reception.ts";

/** What sending changes elsewhere needs of the rest of Bookbell. */
export interface DestinationsParts extends Pick<Profile, "destinationSecrets" | "model" | "l10n"> {
  readonly store: StoreClient;
  readonly reception: Pick<Reception, "tunnels" | "receiver">;
  readonly power: PowerMonitor;
  now(): number;
  /** Puts it on the clipboard. */
  copyText(text: string): unknown;
  readonly log: Pick<Log, "info">;
  onFault(error: unknown): void;
}

const previewMs = 30 * 86_400_000;

/** Where changes are sent besides the desktop: Slack, Zapier, any address. */
export function createDestinations(parts: DestinationsParts) {
  const { destinationSecrets: secrets, model, l10n, store, reception, now, log, onFault } = parts;
  const slack = slackAt();
  const ended = new AbortController();
  const post = createPost({
    version: app.getVersion(),
    limit: () => AbortSignal.timeout(15_000),
    lookup,
    request,
  });

  const catalogue = createCatalogue({
    store: store.destinations,
    secrets,
    around: () => ({ own: ownAddresses(), slackOrigins: slack }),
    newId: randomUUID,
    now,
    onView: (view) => model.update(view),
  });
  const count = coalesce(async () => {
    await catalogue.refresh();
    await delay(lookAgainMs, undefined, { ref: false });
  }, onFault);

  const ownAddresses = () => {
    const { tunnels, receiver } = reception;
    return [tunnels.url(), tunnels.givable(), `http://127.0.0.1:${receiver.port()}`].filter(
      (address) => address !== null,
    );
  };

  /** @throws WorldError target-unreadable */
  async function open({ id, kind, host }: KeptDestination) {
    const { address, keys } = await secrets.get(id);
    return openDestination(kind, { url: address, host, keys, post, l10n, now });
  }

  const dispatcher = createDispatcher({
    queue: store.outgoing,
    async open(id) {
      const { kind, host } = catalogue.known(id);
      const destination = await open(catalogue.known(id)).catch((error) => {
        if (error instanceof WorldError) return unreadable(kind);
        throw error;
      });
      return { kind, host, destination };
    },
    standingOf: (id) => catalogue.all().find((one) => one.id === id)?.standing ?? { state: "working" },
    onTried: (id, { outcome, ...tried }) => log.info("Sent", { destination: id, ...tried, ...said(outcome) }),
    onSettled: () => void count(),
    online: () => net.isOnline(),
    pause: (ms, signal) => delay(ms, undefined, { signal, ref: false }),
    now,
    random: Math.random,
    onFault,
  });

  async function test(id: string, detail: DetailLevel): Promise<Tested> {
    const kept = catalogue.known(id);
    const { host, standing } = kept;
    const message = testMessage(detail, `msg_${randomUUID()}`, now(), l10n().words);
    const destination = await open(kept);
    const outcome = await destination.send([{ message, doubtful: false, refusals: 0 }], ended.signal);
    if (!outcome) return { ok: false, why: { code: "destination-silent", args: { host } } };
    if (outcome.result !== "sent") return { ok: false, why: outcome.why };
    if (standing.state !== "working") dispatcher.retry(id);
    return { ok: true };
  }

  async function preview(draft: RuleDraft): Promise<Preview> {
    const { kind } = catalogue.known(draft.destination);
    const rule = { ...draft, id: "", since: 0 };
    const { latest, ...past } = await store.destinations.past(rule, now() - previewMs);
    const [first = "new"] = draft.kinds;
    const example = {
      ...testMessage(draft.detail, "msg_example", now(), l10n().words),
      test: false,
      kind: first,
    };
    return {
      ...past,
      latest: latest.map(({ at, message }) => ({ at, as: postedOf(kind, message, l10n()) })),
      example: postedOf(kind, example, l10n()),
    };
  }

  let isStarted = false;
  /** Again with what comes next where the bookings could not be read. */
  const begin = coalesce(async () => {
    if (isStarted) return;
    await catalogue.load();
    isStarted = true;
    dispatcher.start();
  }, onFault);

  return {
    handlers: {
      destinations: createDestinationsHandlers({
        catalogue,
        secrets,
        store,
        dispatcher,
        test,
        preview,
        now,
        copyText: parts.copyText,
      }),
    },
    /** Something may be owed. */
    wake(): void {
      if (!isStarted) return void begin();
      if (catalogue.all().length === 0) return;
      dispatcher.wake();
      void count();
    },
    /** Sends what waits. */
    async start(): Promise<void> {
      parts.power.on("resume", dispatcher.resumed);
      await begin();
    },
    async close(): Promise<void> {
      ended.abort();
      await dispatcher.close();
    },
  };
}

export type Destinations = ReturnType<typeof createDestinations>;

/** What the log may have of an answer: neither address nor host. */
function said(outcome: Outcome | null) {
  if (!outcome) return { result: "offline" };
  if (outcome.result === "sent") return { result: outcome.result };
  const { code, args } = outcome.why as { code: string; args?: { status?: number } };
  return { result: outcome.result, why: code, status: args?.status };
}

/** Tests and the demo have a Slack of their own; the installed Bookbell knows the real one only. */
function slackAt(): readonly string[] {
  const stand = app.isPackaged ? undefined : process.env.BOOKBELL_SLACK;
  return stand ? [stand] : slackOrigins;
}
