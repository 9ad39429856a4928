import { setTimeout as delay } from "node:timers/promises";
import { app } from "electron";
import { createTimekitHandlers } from "../ipc/timekit-handlers.ts";
import { coalesce } from "../lib/coalesce.ts";
import { createEvent } from "../lib/event.ts";
import { everyNth } from "../lib/minutes.ts";
import { clockError } from "../lifecycle/clock-error.ts";
import { createTimekitApi } from "../sources/timekit/api/api.ts";
import { createCatchUp } from "../sources/timekit/catch-up.ts";
import { createConnection } from "../sources/timekit/connection.ts";
import { createHostActions } from "../sources/timekit/host-actions.ts";
import { createRereading } from "../sources/timekit/rereading.ts";
import type { StoreClient } from "../store/thread/client.ts";
import type { Tunnels } from "../tunnel/tunnels.ts";
import { openLink } from "../window/open-link.ts";
import type { Profile } from "./profile.ts";
import { askingWith, takeFrom } from "./service.ts";

/** Where the user finds the key, under API Settings. */
const admin = new URL("https://admin.timekit.io/");

/** While bookings pour in, each question to the store holds up a commit. */
const lookAgainMs = 50;

/** What Timekit itself needs of the rest of Bookbell. */
export interface TimekitParts extends Pick<Profile, "settings" | "secrets" | "model"> {
  readonly store: StoreClient;
  readonly tunnels: Pick<Tunnels, "gaps" | "fetched" | "receivingSince">;
  /** The whole address that Timekit may have now, token included; null while there is none. */
  hook(): string | null;
  now(): number;
  onFault(error: unknown): void;
}

/** Timekit itself, asked with the user's key: the webhooks it posts with, what they did not bring, and what the host does there. */
export function createTimekit({
  settings,
  secrets,
  model,
  store,
  tunnels,
  hook,
  now,
  onFault,
}: TimekitParts) {
  const ended = new AbortController();
  const kept = createEvent();
  const api = createTimekitApi(askingWith(secrets.timekit, { base: timekitAt, now, signal: ended.signal }));
  const connection = createConnection({
    api,
    settings,
    hasKey: () => secrets.timekit.view().state === "on",
    hook,
    now,
    onView: (timekit) => model.update({ timekit }),
    onFault,
  });
  const take = takeFrom("timekit", { store, now }, api.timekitsNow);
  const catchUp = createCatchUp({
    api,
    connection,
    settings,
    take,
    now,
    receivingSince: tunnels.receivingSince,
    gaps: tunnels.gaps,
    reread: createRereading({ api, ahead: store.schedule.between, unsure: store.schedule.unsure, now }),
    onFetched: tunnels.fetched,
    onFault,
  });
  catchUp.onKept(kept.tell);
  const act = createHostActions({
    api,
    booking: store.bookings.get,
    async takeAnswer(body) {
      await take(body);
      kept.tell();
    },
  });

  const lookAtClock = coalesce(async () => {
    const byAnswers = connection.isOn() ? now() - api.timekitsNow() : null;
    model.update({
      clockError: clockError({ now: now(), byAnswers, arrivals: await store.deliveries.arrivals() }),
    });
    await delay(lookAgainMs);
  }, onFault);

  /** Asks Timekit for what was missed, once the key is known to be good. Never rejects. */
  async function sync() {
    await connection.ensure().catch(() => {});
    await catchUp.run();
    await lookAtClock();
  }

  // Where Timekit could not be reached before, webhooks still lead to an address that ends.
  const everyTenMinutes = everyNth(10, () => {
    void connection.addressChanged();
    if (catchUp.isDue()) void sync();
  });

  return {
    /** Has Timekit do what the host wants. */
    act,
    /** Whether Timekit can be asked. */
    isOn: connection.isOn,
    connection,
    sync,
    /** The public address is another one: webhooks that Bookbell registered follow it. */
    addressChanged: connection.addressChanged,
    posted: connection.posted,
    lookAtClock,
    /** What Timekit was asked for may have been taken in. */
    onKept: kept.on,
    handlers: {
      timekit: createTimekitHandlers({ connection, catchUp: sync, openAdmin: () => openLink(admin) }),
    },
    /** Asks for what came while Bookbell did not run. */
    async start(): Promise<void> {
      connection.show();
      await sync();
    },
    minute(): void {
      void lookAtClock();
      everyTenMinutes();
    },
    close: (): void => ended.abort(),
  };
}

/** Tests and the demo have a Timekit of their own; the installed Bookbell knows one only. */
function timekitAt(): string {
  const stand = app.isPackaged ? undefined : process.env.BOOKBELL_TIMEKIT_API;
  return stand ?? "https://api.timekit.io/v2";
}
