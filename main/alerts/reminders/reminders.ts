import type { Booking } from "../../../common/booking.ts";
import type { Snooze } from "../../../common/found.ts";
import { isReminded, type Timed } from "../../../common/reminders.ts";
import type { Resource } from "../../../common/timekit.ts";
import { classesAsOne } from "../../bookings/classes.ts";
import { bookingOf } from "../../bookings/facts.ts";
import { isOf } from "../../bookings/resource.ts";
import { coalesce } from "../../lib/coalesce.ts";
import type { StoreCalls } from "../../store/thread/client.ts";
import type { Told } from "../notifiers/notifier.ts";
import { createTold, type ToldParts } from "../told.ts";
import { notJoinedMs, planOf, type Reminder, type Rules } from "./plan.ts";

const minute = 60_000;
/** The longest lead, and the longest that a meeting is looked back upon. */
const day = 24 * 60 * minute;

/** What reminders need of the rest of Bookbell. */
export interface ReminderParts extends Pick<ToldParts, "marker" | "now" | "onFault"> {
  store: StoreCalls<{
    schedule: "between";
    alerts: "shownSince";
    reminders: "between" | "enqueue" | "resolve" | "snooze";
  }>;
  rules(): Rules;
  paused(): boolean;
  /** Whose bookings are reminded of; null = everybody's. */
  resource(): Resource | null;
  /** A test booking is no meeting. */
  isTest(bookingId: string): boolean;
  show(reminder: Reminder): Promise<Told>;
  /** Takes what was shown of that booking off the screen. */
  withdraw(bookingId: string): Promise<void>;
  /** Settles after a moment: how soon the day is looked through anew, at most, while deliveries pour in. */
  pause(): Promise<void>;
}

/**
 * Reminds of bookings before they start. Call `check` at start, after every change and on waking; in between it wakes
 * itself. What was shown is not shown again, though a crash or a locked store kept it from being marked so; what could
 * not be shown is tried again as long as it helps.
 */
export function createReminders(parts: ReminderParts) {
  const { store, now } = parts;
  const told = createTold({
    ...parts,
    async mark(shown) {
      for (const seq of shown.keys()) await store.reminders.resolve(seq, "shown");
    },
    onLate: () => void check(),
  });
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function bookings(): Promise<Booking[]> {
    const known = await store.schedule.between(now() - day, now() + day + minute);
    const own = known.filter((one) => isOf(parts.resource(), bookingOf(one)) && !parts.isTest(one.id));
    return classesAsOne(own, isReminded);
  }

  async function remind(reminder: Reminder) {
    const { booking, due } = reminder;
    const seq = await store.reminders.enqueue({ bookingId: booking.id, start: booking.start, due });
    if (told.isShown(seq) || told.isUnderWay(seq)) return;
    if (parts.paused()) await store.reminders.resolve(seq, "paused");
    else await told.show([seq], () => parts.show(reminder));
  }

  async function remindAll(): Promise<number> {
    const [kept, changes, known] = await Promise.all([
      store.reminders.between(now() - day, now() + day + minute),
      store.alerts.shownSince(now() - day),
      bookings(),
    ]);
    const plan = planOf(known, { kept, changes }, now(), parts.rules());
    // First, since a booking's new reminder takes the place of its old one.
    for (const { seq, bookingId } of plan.stale) {
      await parts.withdraw(bookingId);
      await store.reminders.resolve(seq, "withdrawn");
    }
    for (const reminder of plan.owed) await remind(reminder).catch(parts.onFault);
    await told.mark();
    return plan.next;
  }

  // A timer stands still while the computer sleeps, and knows nothing of a clock that is set.
  function wakeAt(next: number) {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(check, Math.min(Math.max(next - now(), 0), minute));
  }

  const check = coalesce(async () => {
    wakeAt(Number.POSITIVE_INFINITY);
    if (closed) return;
    wakeAt(await remindAll());
    await parts.pause();
  }, parts.onFault);

  const find = async (id: string): Promise<Timed | undefined> =>
    (await bookings()).filter(isReminded).find((booking) => booking.id === id);

  return {
    check,
    /** Keeps silent about a booking for a while, then reminds of it once more; nothing if it is no longer on. */
    async snooze(bookingId: string, choice: Snooze): Promise<void> {
      const booking = await find(bookingId);
      if (!booking) return;
      const due = choice === "start" ? booking.start : now() + choice * minute;
      if (due > now()) await store.reminders.snooze({ bookingId, start: booking.start, due });
      // Some daemons leave it on the screen after a press on a button.
      await parts.withdraw(bookingId);
      await check();
    },
    /** Who is in the meeting needs no reminder of it. */
    async joined(bookingId: string): Promise<void> {
      const booking = await find(bookingId);
      if (!booking) return;
      const { start } = booking;
      const seq = await store.reminders.enqueue({ bookingId, start, due: start + notJoinedMs });
      await store.reminders.resolve(seq, "joined");
      await parts.withdraw(bookingId);
    },
    /** Settles once what is being shown has been marked as shown. */
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      await check();
    },
  };
}
