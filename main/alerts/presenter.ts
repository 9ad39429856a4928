import type { Booking } from "../../common/booking.ts";
import type { BookingAction } from "../../common/host-actions.ts";
import type { L10n } from "../../common/l10n.ts";
import type { Problem } from "../../common/problems.ts";
import { oneLine } from "../../common/text.ts";
import { listed } from "../bookings/agenda.ts";
import type { Clash } from "../bookings/clash.ts";
import type { OwedAlert } from "../bookings/delivery.ts";
import { maskWhile } from "../bookings/masked.ts";
import { hasNewTime } from "../bookings/reschedule.ts";
import { type Button, buttonsOf, labelOf, reminderButtonsOf } from "./buttons.ts";
import { digestOf, reminderWordingOf, wordingOf } from "./describe.ts";
import type { Notifier, Toast, Told } from "./notifiers/notifier.ts";
import type { Wishes } from "./policy.ts";
import { portraitOf } from "./portrait/portrait.ts";
import type { Reminder } from "./reminders/plan.ts";

/** Timekit's ids are shorter; a hostile one must not reach the daemon whole. */
const longestTag = 100;

/** What telling the user of a change needs. */
export interface PresenterParts {
  notify: Notifier;
  now(): number;
  l10n(): L10n;
  /** Null = the click was on a digest. */
  onClick(bookingId: string | null): void;
  /** The user clicked it, or one of its buttons. */
  onSeen(bookingId: string): void;
  /** What else is at that time. */
  clashOf(booking: Booking): Promise<Clash | null>;
  /** Others see the screen, too: whose bookings they are is not said. */
  presenting(): boolean;
  /** A notification may sound. */
  sound(): boolean;
  /** One of this change may not. */
  isSoundless(alert: OwedAlert): boolean;
  /** The colours of the projects are among what is kept of them. */
  projects(): Wishes["projects"];
  /** What its service can be asked to do to it. */
  actionsOf(booking: Booking): readonly BookingAction[];
  onButton(booking: Booking, button: Button): void;
  /** After each try to tell of these, and once more when what hung is shown: whether it is on the screen. */
  onTried(shown: boolean, bookings: readonly Booking[]): void;
}

/** Puts changes on the screen. */
export function createPresenter(parts: PresenterParts) {
  const { notify, now, l10n, onClick, onTried } = parts;

  async function put(
    toast: Omit<Toast, "silent">,
    bookings: readonly Booking[],
    then = async () => {},
    soundless = false,
  ): Promise<Told> {
    const told = await notify.show({ ...toast, silent: soundless || !parts.sound() });
    onTried(told === "shown", bookings);
    if (told === "shown") await then();
    if (typeof told !== "object") return told;
    const shown = told.shown.then(async (came) => {
      if (came) {
        onTried(true, bookings);
        await then();
      }
      return came;
    });
    return { shown };
  }

  // A seat is shown as part of its class.
  const clickOn = (booking: Booking) => () => {
    parts.onSeen(booking.id);
    onClick(booking.ownerId ?? booking.id);
  };
  const masked = maskWhile(parts.presenting);
  const portrait = (booking: Booking) => ({ portrait: portraitOf(masked(booking), parts.projects()) });
  const withButtons = (booking: Booking, buttons: readonly Button[]) => ({
    onClick: clickOn(booking),
    actions: buttons.map((key) => ({ key, label: labelOf(key, masked(booking), l10n()) })),
    onAction(key: string) {
      const button = buttons.find((one) => one === key);
      if (!button) return;
      parts.onSeen(booking.id);
      parts.onButton(booking, button);
    },
  });
  const one = ({ change, booking }: OwedAlert, clash: Clash | null = null) => ({
    ...wordingOf(change, masked(booking), now(), l10n(), clash && { ...clash, other: masked(clash.other) }),
    ...portrait(booking),
    row: listed(masked(booking)),
    ...withButtons(booking, buttonsOf(change, booking, { now: now(), actions: parts.actionsOf(booking) })),
  });
  const many = (alerts: readonly OwedAlert[]) => ({
    ...digestOf(
      alerts.map(({ change }) => change),
      l10n(),
    ),
    onClick: () => onClick(null),
    ...ofNone,
  });

  async function withdraw(tags: readonly string[]) {
    for (const tag of new Set(tags)) await notify.withdraw(tag);
  }

  return {
    /** Takes the place of what was told of the same booking before, and of the other half of a reschedule. */
    async show(alert: OwedAlert) {
      const clash = hasNewTime(alert.change) ? await parts.clashOf(alert.booking) : null;
      const [tag, ...others] = tagsOf(alert);
      const soundless = parts.isSoundless(alert);
      return put({ ...one(alert, clash), tag }, [alert.booking], () => withdraw(others), soundless);
    },
    /** Takes the place of the last digest, and of what was told of each of these bookings before. */
    async showDigest(alerts: readonly OwedAlert[]) {
      const [first, ...others] = alerts;
      const said = first && others.length === 0 ? one(first) : many(alerts);
      const bookings = alerts.map(({ booking }) => booking);
      const then = () => withdraw(alerts.flatMap(tagsOf));
      return put({ ...said, tag: "bookbell-digest" }, bookings, then, alerts.every(parts.isSoundless));
    },
    /** Takes the place of an earlier reminder of the same booking. */
    remind: (reminder: Reminder) =>
      put(
        {
          ...reminderWordingOf({ ...reminder, booking: masked(reminder.booking) }, now(), l10n()),
          ...portrait(reminder.booking),
          row: null,
          ...withButtons(reminder.booking, reminderButtonsOf(reminder, now())),
          tag: reminderTagOf(reminder.booking.id),
        },
        [reminder.booking],
      ),
    /** Takes what was told of those bookings off the screen. */
    withdraw: (bookingIds: readonly string[]) =>
      withdraw(bookingIds.flatMap((id) => [tagOf(id), reminderTagOf(id)])),
    withdrawReminder: (bookingId: string) => notify.withdraw(reminderTagOf(bookingId)),
    /** Says hello, which shows whether notifications do. */
    greet: () =>
      put({ ...l10n().words.greeting, tag: "bookbell-hello", onClick: () => onClick(null), ...ofNone }, []),
    /** Says, in the place of what was told of a booking, why a button did nothing. */
    async showProblem(booking: Booking, problem: Problem): Promise<void> {
      const { message, remedy } = l10n().words.problemWords(problem);
      const said = { title: message, body: remedy, tag: tagOf(booking.id), silent: !parts.sound() };
      await notify.show({ ...said, ...ofNone, ...portrait(booking), onClick: clickOn(booking) });
    },
  };
}

const ofNone = { portrait: null, row: null, actions: [], onAction() {} };

const reminderTagOf = (id: string) => oneLine(`bookbell-reminder-${id}`, longestTag);

const tagOf = (id: string) => oneLine(`bookbell-${id}`, longestTag);

/** The tag to be told under, and those of what it makes worthless: of two halves, the new booking's goes on being told of. */
function tagsOf({ change, booking }: OwedAlert): [string, ...string[]] {
  const own = tagOf(booking.id);
  if (change.otherHalf === undefined) return [own];
  const other = tagOf(change.otherHalf);
  return change.to ? [other, own] : [own, other];
}
