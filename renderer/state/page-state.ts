import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ActivityTab } from "../../common/activity.ts";
import type { Wanted } from "../../common/found.ts";
import { type Health, healthOf } from "../../common/health.ts";
import type { BookingAction } from "../../common/host-actions.ts";
import type { Answer, Bridge, InputOf, Requests } from "../../common/ipc.ts";
import { readJson } from "../../common/json.ts";
import type { Unannounced } from "../../common/news.ts";
import type { Problem } from "../../common/problems.ts";
import type { SettingsView } from "../../common/settings.ts";
import { dayKey } from "../../common/time.ts";
import type { View } from "../../common/view.ts";
import { words } from "../../common/words/page.ts";
import { type ShownActivity, shownAtFirst } from "./activity.ts";
import { createAnnouncer, type Said } from "./announcer.ts";
import { problemOf } from "./answer.ts";
import { createDeliveryLog, type DeliveryLog } from "./delivery-log.ts";
import { createDiary, type Diary } from "./diary.ts";
import { createHushed, type Hushed } from "./hushed.ts";
import { createLighting, type Lighting } from "./lighting.ts";
import { createPending, type Pending } from "./pending.ts";
import { createRequests } from "./requests.ts";
import { confirmedNow } from "./say-confirmed.ts";
import { sayNewStatus } from "./say-status.ts";
import { logIsOpen, type Screen } from "./screen.ts";
import { spokenChanges } from "./spoken-changes.ts";
import { type StatusLine, statusLines } from "./status.ts";
import { createUnannounced, unannouncedText } from "./unannounced.ts";
import { signalsOf, type ViewSignals, watched } from "./view-signals.ts";
import { firstWeekday } from "./weeks.ts";

/** All the page knows and all it can ask for. */
export interface PageState {
  /** Asked and answered in place: whoever asks shows what came of it. */
  readonly ask: Requests;
  /** Null until main has told the first view. */
  readonly view: ReadonlySignal<ViewSignals | null>;
  readonly status: ReadonlySignal<readonly StatusLine[]>;
  /** What of it is shown above the list, and what the user wants to see there no more. */
  readonly banner: Hushed;
  /** The menu of pauses is open. */
  readonly pausing: Signal<boolean>;
  /** How Bookbell is; null until main has told the first view. */
  readonly health: ReadonlySignal<Health | null>;
  readonly screen: ReadonlySignal<Screen>;
  readonly go: (screen: Screen) => void;
  /** How often today was shown anew, from its top: the window had been hidden. */
  readonly anew: ReadonlySignal<number>;
  /** What the user asked for last and did not get. */
  readonly failure: Signal<Problem | null>;
  /** The booking to bring into view, until that is done. */
  readonly revealing: Signal<string | null>;
  /** What is to be done about a booking, by a key, a menu or its notification, until that has begun. */
  readonly wanted: Signal<WantedAct | null>;
  /** What waits for an answer. */
  readonly pending: Pending;
  /** What is to be shown in its row instead of in a notification. */
  readonly lighting: Lighting;
  /** The list of what can be done, while it is open. */
  readonly palette: Signal<PaletteList | null>;
  readonly log: DeliveryLog;
  /** The row that was opened from a list other than the day's, until that is shown again. */
  readonly left: Signal<LeftRow | null>;
  /** What of the activity is shown. */
  readonly activity: Signal<ShownActivity>;
  /** How often what happened was not what it was. */
  readonly happened: ReadonlySignal<number>;
  /** Shows what happened: at that tab, or all of one booking. */
  readonly goToActivity: (tab: ActivityTab, bookingId?: string) => void;
  /** The days of the list. */
  readonly diary: Diary;
  /** What is looked for, kept while a booking that was found is looked at. */
  readonly searching: Signal<Wanted>;
  /** What came without a notification, for a moment. */
  readonly unannounced: ReadonlySignal<Unannounced | null>;
  readonly said: ReadonlySignal<Said>;
  readonly say: (text: string) => void;
  readonly load: () => Promise<void>;
  /** For what has no place of its own to show a problem in: what main refuses is shown as the failure. */
  readonly attempt: <T>(answer: Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly changeSettings: (change: InputOf<"settings.change">) => Promise<Answer<SettingsView>>;
  readonly dispose: () => void;
}

/** The row of a screen that was opened, and where it stood. */
export interface LeftRow {
  readonly screen: string;
  readonly id: string;
  /** From the window's top, in pixels. */
  readonly top: number;
}

export interface WantedAct {
  readonly id: string;
  readonly act: BookingAction | "join";
}

/** What it lists; `id` is the booking that it is about, or whose row had the focus when it was opened. */
export interface PaletteList {
  readonly list: "all" | "snooze";
  readonly id: string | null;
}

/** What only the page itself can tell. */
interface Page {
  /** Something was typed that is not sent yet. */
  readonly halfTyped: () => boolean;
  /** The screen shows names, as fetched when it was opened. */
  readonly isPersonal: (screen: Screen) => boolean;
  /** Somebody uses the window. */
  readonly attended: () => boolean;
}

export function createPageState(
  { on, ...requests }: Bridge,
  { halfTyped, isPersonal, attended }: Page,
): PageState {
  const ask = createRequests(requests);
  const view = signal<ViewSignals | null>(null);
  const screen = signal<Screen>({ name: "today" });
  const anew = signal(0);
  const failure = signal<Problem | null>(null);
  const revealing = signal<string | null>(null);
  const wanted = signal<WantedAct | null>(null);
  const palette = signal<PaletteList | null>(null);
  const log = createDeliveryLog(ask.deliveries);
  const activity = signal(shownAtFirst("everything"));
  const happened = signal(0);
  const diary = createDiary(ask.bookings.days);
  const pending = createPending(ask.bookings.requests);
  const left = signal<LeftRow | null>(null);
  const searching = signal<Wanted>({ text: "", state: "all", time: "all" });
  const { said, say } = createAnnouncer();
  const isPlain = () => screen.peek().name === "today" && !palette.peek() && !pausing.peek();
  const lighting = createLighting(ask.window.lit, () => isPlain() && attended());
  const early: Partial<View>[] = [];

  const status = computed(() => (view.value ? statusLines(watched(view.value)) : []));
  const banner = createHushed(status);
  const pausing = signal(false);
  const health = computed(() => (view.value ? healthOf(watched(view.value)) : null));

  const openDiary = (signals: ViewSignals) =>
    diary.reset(todayOf(signals), firstWeekday(signals.format.peek().locale));

  function go(to: Screen): void {
    screen.value = to;
  }

  function change(signals: ViewSignals, changes: Partial<View>): void {
    const before = moment(signals);
    const confirmingBefore = signals.confirming.peek();
    batch(() => {
      for (const [key, value] of Object.entries(changes)) {
        const part = signals[key as keyof View] as Signal<unknown> | undefined;
        if (part) part.value = value;
      }
    });
    followDiary(signals, changes);
    if (changes.confirming) say(confirmedNow(confirmingBefore, changes.confirming));
    // What such a screen shows already is not hidden by it.
    if (changes.presenting && isPersonal(screen.peek())) go({ name: "today" });
    if (changes.presenting) searching.value = { ...searching.peek(), text: "" };
    for (const [name, said] of switches) if (name in changes) say(changes[name] ? said.on : said.off);
    if (changes.agenda && changes.presenting === undefined) say(spokenChanges(before, moment(signals)));
  }

  /** What it holds is of another day then, or shows names that are to be hidden. */
  function followDiary(signals: ViewSignals, changes: Partial<View>): void {
    const isOther = todayOf(signals) !== diary.today.peek() || changes.presenting !== undefined;
    if (changes.presenting !== undefined) pending.reset();
    else if (isOther || changes.agenda) pending.refresh();
    if (isOther) openDiary(signals);
    else if (changes.agenda) diary.refresh();
  }

  async function load(): Promise<void> {
    const answer = await attempt(ask.window.view());
    if (!answer.ok || view.peek()) return;
    const signals = signalsOf(answer.value);
    openDiary(signals);
    pending.refresh();
    // Changes that came while main was answering: each carries the whole of its part, so the last one is right.
    for (const changes of early.splice(0)) change(signals, changes);
    view.value = signals;
  }

  async function attempt<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    failure.value = problemOf(answer);
    return answer;
  }

  const unannounced = createUnannounced((came) => {
    const now = view.peek();
    if (now) say(unannouncedText(came, now.now.peek(), now.format.peek()));
  });

  const stops = [
    on.receivedQuietly(unannounced.came),
    unannounced.stop,
    banner.stop,
    on.viewChanged((told) => {
      const changes = readJson(told);
      const signals = view.peek();
      if (signals) change(signals, changes);
      else early.push(changes);
    }),
    on.revealBooking((id) => {
      go({ name: "today" });
      diary.home();
      revealing.value = id;
    }),
    on.lightRow(lighting.wanted),
    lighting.stop,
    on.askToJoin((id) => {
      go({ name: "booking", id, from: { name: "today" } });
      wanted.value = { id, act: "join" };
    }),
    on.showToday(() => {
      if (halfTyped()) return;
      const signals = view.peek();
      batch(() => {
        go({ name: "today" });
        if (signals) openDiary(signals);
        anew.value += 1;
      });
    }),
    on.showSettings(() => go({ name: "settings", field: null })),
    on.showLanguage(() => go({ name: "appearance", from: "settings", focus: "language" })),
    on.deliveriesChanged(() => {
      happened.value += 1;
      if (logIsOpen(screen.peek())) void log.refresh();
    }),
    sayNewStatus(status, health, say),
  ];

  return {
    ask,
    view,
    status,
    banner,
    pausing,
    health,
    unannounced: unannounced.latest,
    screen,
    go,
    anew,
    failure,
    revealing,
    wanted,
    palette,
    lighting,
    pending,
    log,
    activity,
    happened,
    goToActivity(tab, bookingId) {
      activity.value = shownAtFirst(tab, bookingId);
      go({ name: "activity", back: screen.peek() });
    },
    diary,
    left,
    searching,
    said,
    say,
    load,
    attempt,
    async changeSettings(wanted) {
      const answer = await ask.settings.change(wanted);
      const signals = view.peek();
      if (answer.ok && signals) signals.settings.value = answer.value;
      return answer;
    },
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}

/** What is said when the user has switched it on or off: the footer shows it, and is not looked at. */
const switches = [
  ["paused", { on: words.pause.said, off: words.pause.resumed }],
  ["presenting", { on: words.presenting.said, off: words.presenting.shown }],
] as const;

const todayOf = ({ now, format }: ViewSignals) => dayKey(now.peek(), format.peek().zone);

const moment = (signals: ViewSignals) => ({
  agenda: signals.agenda.peek(),
  now: signals.now.peek(),
  format: signals.format.peek(),
});
