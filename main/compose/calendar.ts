import { setTimeout as delay } from "node:timers/promises";
import type { TallyName } from "../../common/delivery.ts";
import type { Problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import { type AlertParts, createAlerts } from "../alerts/alerts.ts";
import { createPortraits } from "../alerts/notifiers/portraits.ts";
import { rowFirst } from "../alerts/notifiers/row-first.ts";
import { systemNotifier } from "../alerts/notifiers/system-notifier.ts";
import { asText } from "../bookings/as-text.ts";
import type { Taken } from "../bookings/delivery.ts";
import { withHues } from "../bookings/project-hues.ts";
import { createConfirming } from "../calendar/confirming.ts";
import { createJoin } from "../calendar/join.ts";
import { createLookUp } from "../calendar/look-up.ts";
import { createToday } from "../calendar/today.ts";
import { askWhereToSave } from "../desktop/dialogs.ts";
import { createExports } from "../exports/exports.ts";
import { createActivityHandlers } from "../ipc/activity-handlers.ts";
import { createAlertsHandlers } from "../ipc/alerts-handlers.ts";
import { type BookingParts, createBookingsHandlers } from "../ipc/bookings-handlers.ts";
import { createDeliveriesHandlers } from "../ipc/deliveries-handlers.ts";
import { createExportsHandlers } from "../ipc/exports-handlers.ts";
import { createPrivacyHandlers } from "../ipc/privacy-handlers.ts";
import { coalesce } from "../lib/coalesce.ts";
import { createEvent } from "../lib/event.ts";
import { lookAgainMs } from "../lib/look-again.ts";
import { everyHour } from "../lib/minutes.ts";
import { pause } from "../lib/pause.ts";
import { settingsView } from "../settings/settings.ts";
import type { Wanted } from "../sources/timekit/host-actions.ts";
import { createForget } from "../store/forget.ts";
import { createRetention } from "../store/retention.ts";
import type { StoreClient } from "../store/thread/client.ts";
import { openLink } from "../window/open-link.ts";
import type { Desktop } from "./desktop.ts";
import type { Profile } from "./profile.ts";

/** What the bookings need of the rest of Bookbell. */
export interface CalendarParts
  extends Pick<AlertParts, "act" | "actionsOf" | "isTest">,
    Pick<BookingParts, "pageOf">,
    Pick<Profile, "folder" | "settings" | "model" | "format" | "l10n" | "words"> {
  readonly store: StoreClient;
  /** The folder of the icons. */
  readonly icons: string;
  /** Bookbell's own icon, a PNG file. */
  readonly icon: string;
  readonly desktop: Desktop;
  readonly databaseFile: string;
  readonly logFile: string;
  now(): number;
  /** Puts it on the clipboard. */
  copyText(text: string): unknown;
  onFault(error: unknown): void;
}

/** The bookings: shown, told, looked up, written out and let go. */
export function createCalendar(parts: CalendarParts) {
  const { settings, model, format, store, desktop, now, onFault } = parts;
  const zone = () => format.get().zone;
  const resource = () => settings.get("resource");

  const onAgenda = (agenda: View["agenda"], at: number) => {
    model.update({ agenda, now: at, format: format.get() });
    desktop.window.deliveriesChanged();
  };
  const today = createToday({
    today: store.schedule.today,
    now,
    pause: delay,
    zone,
    resource,
    onAgenda,
    onFault,
  });
  const lookUp = createLookUp({ store, resource, zone, now });
  const { join, openLinkIn, onJoined } = createJoin({
    booking: store.bookings.get,
    hosts: () => settings.get("joinHosts"),
    keepHosts: (joinHosts) => settings.change({ joinHosts }),
    openLink,
  });
  /** Outside the window, which asks about a host that is not known. */
  async function joinOrAsk(id: string): Promise<void> {
    if ((await join(id, null)) !== null) desktop.askToJoin(id);
  }
  const alerts = createAlerts({
    ...parts,
    profile: parts.folder,
    notifier: rowFirst(
      desktop.window.lightRow,
      systemNotifier({
        icon: parts.icon,
        draw: createPortraits(parts.icons, parts.icon),
        words: parts.words.get,
        profile: parts.folder,
      }),
    ),
    paused: desktop.isPaused,
    presenting: desktop.isPresenting,
    clashOf: lookUp.clash,
    join: joinOrAsk,
    fullScreen: desktop.fullScreen,
  });
  alerts.onUnannounced(desktop.window.receivedQuietly);
  alerts.onClick((bookingId) => (bookingId ? desktop.reveal(bookingId) : desktop.open()));
  onJoined((id) => void Promise.all([alerts.joined(id), alerts.seen(id)]).catch(onFault));

  const change = createEvent();
  const count = coalesce(async () => {
    model.update({ tallies: await store.tallies.get() });
    await delay(lookAgainMs);
  }, onFault);
  /** Settles once it can be seen: telling takes as long as the desktop likes, and nobody waits for that. */
  async function changed(taken?: Taken): Promise<void> {
    void alerts.tell(taken).then(desktop.window.deliveriesChanged);
    change.tell();
    await Promise.all([today.refresh(), count()]);
  }
  /** What the host does is no news to the host. */
  async function act(wanted: Wanted): Promise<void> {
    await parts.act(wanted);
    await Promise.all([changed(), alerts.seen(wanted.id)]);
  }

  const confirming = createConfirming({
    act,
    pause,
    onChange: (confirming) => model.update({ confirming }),
    onFailed(id, problem) {
      if (!desktop.window.isShown()) void tellFailed(id, problem).catch(onFault);
    },
    onFault,
  });
  async function tellFailed(id: string, problem: Problem): Promise<void> {
    const booking = await store.bookings.get(id);
    if (booking) await alerts.tellProblem(booking, problem);
  }

  const retention = createRetention({
    prune: store.upkeep.prune,
    tidy: store.upkeep.tidy,
    keep: () => settingsView(settings),
    now,
    onFault,
  });
  /** Each project that bookings name has a colour of its own, while there are enough. */
  const colour = coalesce(async () => {
    const projects = withHues(settings.get("projects"), await store.bookings.projects());
    if (projects) settings.hold({ projects });
  }, onFault);
  const forget = createForget({ store, now, onGone: alerts.forget });
  const exports = createExports({
    ...parts,
    words: parts.words.get,
    view: model.get,
    askWhere: askWhereToSave,
  });
  let endHours = () => {};

  return {
    alerts,
    join: joinOrAsk,
    handlers: {
      bookings: createBookingsHandlers({
        store,
        lookUp,
        exports,
        now,
        join,
        openLinkIn,
        confirming,
        act,
        snooze: alerts.snooze,
        openLink,
        pageOf: parts.pageOf,
        textOf: (booking) => asText(booking, format.get()),
        copyText: parts.copyText,
      }),
      alerts: createAlertsHandlers(alerts),
      activity: createActivityHandlers({ store, seen: alerts.seen, now }),
      deliveries: createDeliveriesHandlers({
        store,
        now,
        onKeptChanged: () => changed(),
        copyText: parts.copyText,
      }),
      privacy: createPrivacyHandlers({ store, forget, onKeptChanged: () => changed() }),
      exports: createExportsHandlers(exports),
    },
    /** What was confirmed can be taken back no more, as nobody looks. */
    confirmNow: confirming.sendAll,
    /** Sends what was confirmed, which it is not before; to be called while services can still be asked. */
    sendConfirmed: confirming.close,
    /** What is kept may not be what it was. */
    onChanged: change.on,
    /** What is kept, or how it is to be shown, is not what it was: by this delivery alone, if one is given. */
    changed,
    inMeeting: today.inMeeting,
    /** Counts them from none again: the user has seen them, or what caused them is mended. */
    async clearTally(name: TallyName): Promise<void> {
      await store.tallies.clear(name);
      await count();
    },
    /** What was counted of all that came is not what it was. */
    async counted(): Promise<void> {
      await count();
      desktop.window.deliveriesChanged();
    },
    /** Shows and tells what is kept, and lets go what the user no longer wants kept. Settles once it can be seen. */
    async start(): Promise<void> {
      settings.watch(["keepBookingsDays", "keepDeliveriesDays"], retention);
      endHours = everyHour(() => {
        void retention();
        void colour();
      });
      alerts.start();
      await changed();
    },
    async minute(): Promise<void> {
      await changed();
      await alerts.minute();
    },
    async close(): Promise<void> {
      endHours();
      await alerts.close();
    },
  };
}

export type Calendar = ReturnType<typeof createCalendar>;
