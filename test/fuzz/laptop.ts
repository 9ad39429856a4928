import { onTestFinished, vi } from "vitest";
import { hostActionsOf } from "../../common/host-actions.ts";
import { createAlerts } from "../../main/alerts/alerts.ts";
import type { Toast } from "../../main/alerts/notifiers/notifier.ts";
import type { Outcome, Outgoing } from "../../main/destinations/destination.ts";
import { createDispatcher } from "../../main/destinations/dispatcher.ts";
import { pause } from "../../main/lib/pause.ts";
import { createRetention } from "../../main/store/retention.ts";
import { carryOut, withGroups } from "../../main/store/thread/protocol.ts";
import { inLondon } from "../support/bookings.ts";
import { inEnglish } from "../support/english.ts";
import { temporaryFolder } from "../support/files.ts";
import { ruled } from "../support/ruled-profile.ts";
import { silentOutcome } from "../support/sending.ts";
import { someSettings } from "../support/settings.ts";
import { asClient, received } from "../support/store.ts";

const minute = 60_000;
const hour = 60 * minute;
const reminderTag = "bookbell-reminder-";

/**
 * All of Bookbell that remembers, over a real store, on a computer whose time passes when it is told to: it needs Vitest's
 * timers and clock, and a desktop and two destinations that it plays.
 */
export function aLaptop() {
  const profile = temporaryFolder();
  const { store, database, ids } = ruled(`${profile}/bookings.sqlite`, [
    { kind: "slack", address: "https://hooks.slack.com/services/T/B/x" },
    { kind: "url", address: "https://example.net/hook" },
  ]);
  // What comes on short notice would be told twice on purpose.
  const settings = someSettings({ reminders: [10], shortNotice: false });
  const box = { zone: "Europe/London", paused: false, desktop: true, online: true, answers: true };
  const faults: unknown[] = [];
  /** How often each booking was told of by a notification of its own, by one of many, and by a reminder. */
  const told = {
    alone: new Map<string, number>(),
    amongMany: new Map<string, number>(),
    reminded: new Map<string, number>(),
  };
  /** How often each message came to its destination. */
  const sent = new Map<string, number>();
  const add = (to: Map<string, number>, id: string) => to.set(id, (to.get(id) ?? 0) + 1);

  /** One life of the process: what was under way when it ended goes no further. */
  function start() {
    const life = { isOver: false };
    const whileAlive = <T>(does: () => T): Promise<T> =>
      life.isOver ? new Promise(() => {}) : Promise.resolve(does());
    const client = withGroups({}, (call) => whileAlive(() => carryOut(store, call)));
    /** Those of which it still says that they were told by a notification of their own. */
    const alone: string[] = [];
    const notifier = {
      onBack: () => () => {},
      onMet: () => () => {},
      ready: async () => box.desktop,
      show: ({ tag }: Toast) =>
        whileAlive(() => {
          if (!box.desktop) return "failed" as const;
          if (tag === "bookbell-digest") return "shown" as const;
          const isReminder = tag.startsWith(reminderTag);
          const id = tag.slice((isReminder ? reminderTag : "bookbell-").length);
          add(isReminder ? told.reminded : told.alone, id);
          alone.push(id);
          return "shown" as const;
        }),
      async withdraw() {},
    };
    const alerts = createAlerts({
      store: client,
      settings,
      model: { update() {} },
      notifier,
      l10n: () => inEnglish({ ...inLondon, zone: box.zone }),
      paused: () => box.paused,
      presenting: () => false,
      actionsOf: hostActionsOf,
      now: Date.now,
      profile,
      isTest: () => false,
      clashOf: async () => null,
      async join() {},
      async act() {},
      fullScreen: { show() {}, close() {} },
      onFault: (error) => faults.push(error),
    });
    alerts.onTold(({ bookingId, shown }) => {
      const place = alone.indexOf(bookingId);
      if (place >= 0) alone.splice(place, 1);
      else if (shown) add(told.amongMany, bookingId);
    });
    alerts.start();
    const dispatcher = createDispatcher({
      queue: client.outgoing,
      async open(id) {
        const kind = id === ids[0] ? "slack" : "url";
        const send = (batch: readonly Outgoing[]) =>
          whileAlive((): Outcome => {
            if (!box.answers) return silentOutcome();
            // It may have come before Bookbell died: its receiver knows it by its id.
            for (const { message, doubtful } of batch)
              if (!doubtful || !sent.has(`${kind} ${message.id}`)) add(sent, `${kind} ${message.id}`);
            return { result: "sent" };
          });
        return { kind, host: "host", destination: { kind, send } };
      },
      standingOf: () => ({ state: "working" }),
      onTried() {},
      onSettled() {},
      online: () => box.online,
      pause,
      now: Date.now,
      random: () => 0.5,
      onFault: (error) => faults.push(error),
    });
    dispatcher.start();
    return { alerts, dispatcher, life };
  }
  let running = start();
  const { prune, tidy } = asClient(store).upkeep;
  const retention = createRetention({
    prune,
    tidy,
    keep: () => ({ keepDeliveriesDays: 30, keepBookingsDays: 30 }),
    now: Date.now,
    onFault: (error) => faults.push(error),
  });
  onTestFinished(() => store.close());
  const count = (sql: string) => (database.prepare(sql).get() as { n: number }).n;
  const byBooking = (sql: string) => database.prepare(sql).all() as { id: string; n: number }[];

  /** What Bookbell does each minute and on waking. */
  function look() {
    void running.alerts.tell();
    void running.alerts.minute();
    running.dispatcher.wake();
  }
  return {
    box,
    faults,
    told,
    sent,
    /** A delivery that comes now. */
    takes(body: Buffer): void {
      const [taken] = store.take([received(body, Date.now())]);
      if (!taken) throw new Error("Nothing was taken.");
      void running.alerts.tell(taken);
      running.dispatcher.wake();
    },
    async minutes(minutes: number): Promise<void> {
      for (let i = 0; i < minutes; i++) {
        await vi.advanceTimersByTimeAsync(minute);
        look();
        if (new Date().getMinutes() === 0) void retention();
      }
    },
    /** The clock goes on, and nothing else does. */
    sleeps(hours: number): void {
      vi.setSystemTime(Date.now() + hours * hour);
      running.dispatcher.resumed();
      look();
    },
    /** As by kill -9. */
    dies(): void {
      running.life.isOver = true;
      const at = Date.now();
      // It sets the clock back, too.
      vi.clearAllTimers();
      vi.setSystemTime(at);
      running = start();
      look();
    },
    /** What the store has of what was told, to be held against what was seen. */
    kept: () => ({
      shown: byBooking(
        `SELECT booking_id AS id, count(*) AS n FROM alert JOIN change ON change.seq = alert.change
           WHERE outcome = 'shown' GROUP BY booking_id`,
      ),
      reminded: byBooking(
        "SELECT booking_id AS id, count(*) AS n FROM reminder WHERE outcome = 'shown' GROUP BY booking_id",
      ),
      owed: count("SELECT count(*) AS n FROM alert WHERE outcome IS NULL"),
      waiting: count("SELECT count(*) AS n FROM outgoing WHERE state <> 'sent'"),
      /** All that ever were. */
      messages: count("SELECT seq AS n FROM sqlite_sequence WHERE name = 'outgoing'"),
    }),
  };
}
