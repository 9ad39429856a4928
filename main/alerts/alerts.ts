import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Booking } from "../../common/booking.ts";
import type { BookingAction } from "../../common/host-actions.ts";
import type { L10n } from "../../common/l10n.ts";
import type { Unannounced } from "../../common/news.ts";
import { ruleOf } from "../../common/policy.ts";
import type { Clash } from "../bookings/clash.ts";
import type { Taken } from "../bookings/delivery.ts";
import { isOf } from "../bookings/resource.ts";
import { coalesce } from "../lib/coalesce.ts";
import { createEvent } from "../lib/event.ts";
import { lookAgainMs } from "../lib/look-again.ts";
import { problemOf, WorldError } from "../lib/world-error.ts";
import type { SettingsStore } from "../settings/settings.ts";
import type { Wanted } from "../sources/timekit/host-actions.ts";
import type { StoreCalls } from "../store/thread/client.ts";
import type { ViewModel } from "../view/view-model.ts";
import type { Button } from "./buttons.ts";
import { createFill, type FullScreenWindow } from "./full-screen.ts";
import type { SystemNotifier } from "./notifiers/system-notifier.ts";
import { createOutbox } from "./outbox.ts";
import { decide, isSoundless } from "./policy.ts";
import { createPresenter } from "./presenter.ts";
import { isQuiet } from "./quiet-hours.ts";
import { createReminders } from "./reminders/reminders.ts";
import { createRepeat } from "./repeat.ts";
import { createShowing } from "./showing.ts";
import { openShownMarker } from "./shown-marker.ts";

const remindAgainMs = 250;

/** What alerts need of the rest of Bookbell. */
export interface AlertParts {
  store: StoreCalls<{
    alerts: "owed" | "resolve" | "tried" | "toRepeat" | "markRepeated" | "shownSince";
    news: "unseen" | "markSeen";
    reminders: "between" | "enqueue" | "resolve" | "snooze";
    schedule: "between";
  }>;
  settings: Pick<SettingsStore, "get">;
  model: Pick<ViewModel, "update">;
  notifier: SystemNotifier;
  l10n(): L10n;
  /** Notifications are paused. */
  paused(): boolean;
  /** Others see the screen, too: whose bookings they are is not said. */
  presenting(): boolean;
  /** What its service can be asked to do to it. */
  actionsOf(booking: Booking): readonly BookingAction[];
  now(): number;
  /** The profile's folder. */
  profile: string;
  /** The test booking is told whatever the policy says. */
  isTest(bookingId: string): boolean;
  /** What else is at that time. */
  clashOf(booking: Booking): Promise<Clash | null>;
  /** @throws WorldError, of which the user is told */
  join(bookingId: string): Promise<void>;
  /** Has Timekit do what the host wants. @throws WorldError, of which the user is told */
  act(wanted: Wanted): Promise<void>;
  fullScreen: FullScreenWindow;
  onFault(error: unknown): void;
}

/** Tells the user what has changed, and reminds of what is to come. */
export function createAlerts(parts: AlertParts) {
  const { store, settings, model, notifier, now } = parts;
  const unannounced = createEvent<Unannounced>();
  const click = createEvent<string | null>();
  const tried = createEvent<{ readonly bookingId: string; readonly shown: boolean }>();
  const saw = createShowing((notifications) => model.update({ notifications }));
  const wishes = () => ({ alerts: settings.get("alerts"), projects: settings.get("projects") });
  const askReady = async () => saw({ ready: await notifier.ready() });
  const presenter = createPresenter({
    notify: notifier,
    now,
    l10n: parts.l10n,
    onClick: click.tell,
    onSeen: (bookingId) => void seen(bookingId).catch(parts.onFault),
    clashOf: parts.clashOf,
    sound: () => settings.get("sound"),
    isSoundless: ({ change, booking }) => isSoundless(change, booking, wishes()),
    presenting: parts.presenting,
    projects: () => settings.get("projects"),
    actionsOf: parts.actionsOf,
    onButton: (booking, button) => void pressed(booking, button).catch(parts.onFault),
    onTried(shown, bookings) {
      if (shown) saw({ lastTry: true, ready: true });
      for (const { id } of bookings) tried.tell({ bookingId: id, shown });
    },
  });

  async function pressed(booking: Booking, button: Button) {
    try {
      if (button === "join") await parts.join(booking.id);
      else if (button === "snooze") await reminders.snooze(booking.id, 5);
      else if (button === "snooze-to-start") await reminders.snooze(booking.id, "start");
      else await parts.act({ id: booking.id, action: button, message: "" });
    } catch (error) {
      if (!(error instanceof WorldError)) parts.onFault(error);
      await presenter.showProblem(booking, problemOf(error, "internal"));
    }
  }

  let marked: readonly string[] = [];
  const countUnseen = coalesce(async () => {
    const unseen = await store.news.unseen(now());
    if (unseen.join() !== marked.join()) model.update({ unseen });
    marked = unseen;
    // As with the schedule: finding many, and telling the page of them, takes longer.
    await delay(lookAgainMs + unseen.length);
  }, parts.onFault);
  /** The user has looked at this booking, or, with null, at all that is new. */
  const seen = async (bookingId: string | null): Promise<void> => {
    await store.news.markSeen(bookingId, now());
    void countUnseen();
    // What waited to be shown and was looked at waits no more.
    void tellOwed();
  };

  const fill = createFill({
    ...parts,
    wants: (project) => ruleOf(settings.get("projects"), project)?.fullScreen ?? false,
    onAct(booking, act) {
      const done = act === "close" ? seen(booking.id) : pressed(booking, act);
      void done.catch(parts.onFault);
    },
  });

  const reminders = createReminders({
    store,
    rules: () => ({
      leads: settings.get("reminders"),
      projects: settings.get("projects"),
      notJoined: settings.get("notJoined"),
    }),
    paused: parts.paused,
    resource: () => settings.get("resource"),
    isTest: parts.isTest,
    async show(reminder) {
      fill(reminder);
      const told = await presenter.remind(reminder);
      // Changes that could not be told are counted; a reminder only helps for a while.
      if (told !== "shown") saw({ lastTry: false });
      return told;
    },
    async withdraw(bookingId) {
      parts.fullScreen.close(bookingId);
      await presenter.withdrawReminder(bookingId);
    },
    marker: openShownMarker(path.join(parts.profile, "reminded")),
    pause: () => delay(remindAgainMs),
    now,
    onFault: parts.onFault,
  });

  let lastUnannounced = 0;
  /** Much is being fetched: it is told together, once it is there. */
  let held = false;
  const tellOwed: ReturnType<typeof createOutbox> = async (handed) => {
    if (!held) await outbox(handed);
  };
  const outbox = createOutbox({
    owed: store.alerts.owed,
    resolve: store.alerts.resolve,
    tried: store.alerts.tried,
    decide({ seq, change, booking }) {
      if (parts.isTest(booking.id)) return "show";
      if (!isOf(settings.get("resource"), booking)) return { outcome: "ignored", why: { code: "resource" } };
      const quietHours = settings.get("quietHours");
      const decided = decide(change, booking, wishes(), {
        now: now(),
        paused: parts.paused() ? { until: settings.get("pausedUntil") } : null,
        quiet: isQuiet(quietHours, now(), parts.l10n().format.zone) ? { until: quietHours.to } : null,
        shortNotice: settings.get("shortNotice"),
      });
      // That a meeting has ended is no news, and what cannot be marked is decided again.
      if (decided !== "show" && change.kind !== "done" && seq > lastUnannounced) {
        lastUnannounced = seq;
        unannounced.tell({
          bookingId: booking.id,
          start: booking.allDay ? null : booking.start,
          outcome: decided.outcome,
          why: decided.why,
        });
      }
      return decided;
    },
    show: presenter.show,
    showDigest: presenter.showDigest,
    onWaiting: (waiting) => saw({ waiting }),
    pause: (ms) => delay(ms),
    later: (ms) => delay(ms, undefined, { ref: false }),
    marker: openShownMarker(path.join(parts.profile, "told")),
    now,
    onFault: parts.onFault,
  });

  const repeat = createRepeat({
    store,
    allowed: () => settings.get("shortNotice") && !parts.paused(),
    wanted: ({ booking }) => !parts.isTest(booking.id) && isOf(settings.get("resource"), booking),
    show: presenter.show,
    now,
    onFault: parts.onFault,
  });

  /** The system can show again, as far as can be known. */
  function onBack() {
    saw({ lastTry: true });
    void askReady();
    void tellOwed().then(countUnseen);
    void reminders.check();
  }

  let ends: readonly (() => void)[] = [];

  return {
    /** A booking changed, and no notification tells of it. */
    onUnannounced: unannounced.on,
    /** A notification was clicked, of a booking or, with null, of many. */
    onClick: click.on,
    /** It was tried to tell of a booking: whether that is on the screen. */
    onTold: tried.on,
    /** Prepares for what is to be told, lest the first be late. */
    start(): void {
      ends = [
        notifier.onBack(onBack),
        notifier.onMet(({ replaces }) => model.update({ mayShowTwice: !replaces })),
      ];
      void askReady();
    },
    /**
     * To be called after every change, every minute, and at start; with what became of a delivery where that is all that has
     * changed. Never rejects.
     */
    async tell(taken?: Taken): Promise<void> {
      await tellOwed(taken && ("owed" in taken ? taken.owed : null));
      void countUnseen();
      // Nobody who answers a booking is to wait for it.
      void reminders.check();
    },
    /** Holds back what is owed, but no reminder, until told otherwise; then it is told, as one. */
    hold(is: boolean): void {
      held = is;
      if (!is) void tellOwed();
    },
    /** To be called every minute, and on waking. */
    async minute(): Promise<void> {
      await Promise.all([repeat(), askReady()]);
    },
    /** Says hello, and shows in the view whether that could be seen. */
    async greet(): Promise<void> {
      const told = await presenter.greet();
      const late = typeof told === "object" ? told.shown : null;
      model.update({ greeted: told === "shown" });
      if (told !== "shown") saw({ lastTry: false });
      void late?.then((shown) => shown && model.update({ greeted: true })).catch(parts.onFault);
    },
    joined: reminders.joined,
    snooze: reminders.snooze,
    /** Takes all that was told off the screen. */
    withdrawAll(): Promise<void> {
      parts.fullScreen.close(null);
      return notifier.withdraw(null);
    },
    /**
     * These bookings are gone. All notifications are taken off the screen at once, since one of another booking may say
     * what it overlaps with, and theirs once more after what was being told meanwhile.
     */
    forget(bookingIds: readonly string[]): void {
      const again = async () => {
        await notifier.withdraw(null);
        await Promise.all([tellOwed(), reminders.check()]);
        await presenter.withdraw(bookingIds);
      };
      void again().catch(parts.onFault);
    },
    seen,
    /** Tells that what its host wanted done about a booking was not done. */
    tellProblem: presenter.showProblem,
    /** Settles once what is being told is marked as told, or it would be told again. */
    async close(): Promise<void> {
      for (const end of ends) end();
      await tellOwed();
      await reminders.close();
    },
  };
}
