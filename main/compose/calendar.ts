import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { TallyName } from "../../common/delivery.ts";
import { problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import { type AlertParts, createAlerts } from "../alerts/alerts.ts";
import { systemNotifier } from "../alerts/notifiers/system-notifier.ts";
import { asText } from "../bookings/as-text.ts";
import { roomLimits } from "../bookings/room-rule.ts";
import { createJoin } from "../calendar/join.ts";
import { createLookUp } from "../calendar/look-up.ts";
import { createToday } from "../calendar/today.ts";
import { askWhereToSave } from "../desktop/dialogs.ts";
import { createExports } from "../exports/exports.ts";
import { createBookingsHandlers } from "../ipc/bookings-handlers.ts";
import { createDeliveriesHandlers } from "../ipc/deliveries-handlers.ts";
import { createExportsHandlers } from "../ipc/exports-handlers.ts";
import { createNewsHandlers } from "../ipc/news-handlers.ts";
import { createPrivacyHandlers } from "../ipc/privacy-handlers.ts";
import { systemClocks } from "../lib/clocks.ts";
import { coalesce } from "../lib/coalesce.ts";
import { type SettingsStore, settingsView } from "../settings/settings.ts";
import type { createFormat } from "../settings/system-clock.ts";
import { createForget } from "../store/forget.ts";
import { createRetention } from "../store/retention.ts";
import { createSupervisor } from "../store/thread/supervisor.ts";
import type { Proof } from "../tunnel/proof.ts";
import type { ViewModel } from "../view/view-model.ts";
import { openLink } from "../window/open-link.ts";
import type { createDesktop } from "./desktop.ts";

/** What the bookings need of the rest of Bookbell. */
export interface CalendarParts extends Pick<AlertParts, "act"> {
  /** Bookbell's own icon, a PNG file. */
  readonly icon: string;
  readonly proof: Pick<Proof, "isTest" | "told">;
  readonly settings: SettingsStore;
  readonly model: ViewModel;
  readonly format: ReturnType<typeof createFormat>;
  readonly desktop: ReturnType<typeof createDesktop>;
  /** The profile's folder. */
  readonly profile: string;
  /** The script of the store's thread. */
  readonly worker: string;
  readonly logFile: string;
  now(): number;
  /** Puts it on the clipboard. */
  copyText(text: string): unknown;
  /** Whether what is received can be kept. */
  onKeeping(kept: boolean): void;
  onFault(error: unknown): void;
}

/** The bookings: kept, shown, told, looked up, written out and let go. */
export function createCalendar(parts: CalendarParts) {
  const { settings, model, format, desktop, profile, now, onFault } = parts;
  const zone = () => format.get().zone;
  const resource = () => settings.get("resource");

  const file = path.join(profile, "bookings.sqlite");
  const store = createSupervisor({
    worker: parts.worker,
    file,
    retryMs: 3_000,
    limits: roomLimits,
    elapsed: systemClocks.elapsed,
    onProblem(store) {
      model.update({ store });
      parts.onKeeping(store === null);
      if (!store) void changed();
    },
    onRecovered: (how) => model.update({ recovered: problem(how) }),
    onFault,
  });
  const onAgenda = (agenda: View["agenda"], at: number) => {
    model.update({ agenda, now: at, format: format.get() });
    desktop.window.deliveriesChanged();
  };
  const refresh = createToday({
    today: store.schedule.today,
    now,
    pause: delay,
    zone,
    resource,
    onAgenda,
    onFault,
  });
  const lookUp = createLookUp({ store, resource, zone, now });
  const onJoined = async (id: string) => {
    await Promise.all([alerts.joined(id), alerts.seen(id)]);
  };
  const join = createJoin({
    booking: store.bookings.get,
    hosts: () => settings.get("joinHosts"),
    keepHosts: (joinHosts) => settings.change({ joinHosts }),
    openLink,
    onJoined,
  });
  const alerts = createAlerts({
    ...parts,
    store,
    notifier: systemNotifier(parts),
    presenting: () => model.get().presenting,
    canAnswer: () => model.get().timekit.state === "on",
    isTest: parts.proof.isTest,
    format: format.get,
    paused: desktop.isPaused,
    clashOf: lookUp.clash,
    async join(id) {
      if ((await join(id, null)) !== null) desktop.askToJoin(id);
    },
  });
  alerts.onUnannounced(desktop.window.receivedQuietly);
  alerts.onClick((bookingId) => (bookingId ? desktop.reveal(bookingId) : desktop.open()));
  alerts.onTold(({ bookingId, shown }) => parts.proof.told(bookingId, shown));
  alerts.start();
  const count = coalesce(async () => model.update({ tallies: await store.tallies.get() }), onFault);
  /** Settles once it can be seen: telling takes as long as the desktop likes, and nobody waits for that. */
  const changed = async () => {
    void alerts.tell();
    await Promise.all([refresh(), count()]);
  };
  const keep = () => settingsView(settings);
  const retention = createRetention({ prune: store.upkeep.prune, keep, now, onFault });

  const forget = createForget({ store, now, onGone: alerts.forget });

  const exports = createExports({
    store,
    view: model.get,
    databaseFile: file,
    logFile: parts.logFile,
    now,
    askWhere: askWhereToSave,
  });
  const handlers = {
    bookings: createBookingsHandlers({
      store,
      lookUp,
      exports,
      now,
      join,
      act: parts.act,
      snooze: alerts.snooze,
      openLink,
      textOf: (booking) => asText(booking, format.get()),
      copyText: parts.copyText,
    }),
    news: createNewsHandlers({ store, seen: alerts.seen }),
    deliveries: createDeliveriesHandlers({ store, now, onKeptChanged: changed, copyText: parts.copyText }),
    privacy: createPrivacyHandlers({ store, forget, onKeptChanged: changed }),
    exports: createExportsHandlers(exports),
  };

  return {
    store,
    alerts,
    handlers,
    /** What is kept, or how it is to be shown, is not what it was. */
    changed,
    /** Counts them from none again: the user has seen them, or what caused them is mended. */
    async clearTally(name: TallyName): Promise<void> {
      await store.tallies.clear(name);
      await count();
    },
    /** What was counted of all that came is not what it was. */
    counted: async (): Promise<void> => {
      await count();
      desktop.window.deliveriesChanged();
    },
    /** Lets go what the user no longer wants kept. */
    retention,
    async close(): Promise<void> {
      try {
        await alerts.close();
      } finally {
        await store.close();
      }
    },
  };
}
