import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Wanted } from "../../common/found.ts";
import { type Health, healthOf } from "../../common/health.ts";
import type { Answer, Bridge, InputOf } from "../../common/ipc.ts";
import type { Unannounced } from "../../common/news.ts";
import type { Problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import { createAnnouncer, type Said } from "./announcer.ts";
import { asked } from "./asked.ts";
import { createDeliveryLog, type DeliveryLog } from "./delivery-log.ts";
import { createRequests, type Requests } from "./requests.ts";
import { sayNewStatus } from "./say-status.ts";
import { logIsOpen, type Screen } from "./screen.ts";
import { spokenChanges } from "./spoken-changes.ts";
import { type StatusLine, statusLines } from "./status.ts";
import { createUnannounced, unannouncedText } from "./unannounced.ts";
import { signalsOf, type ViewSignals, watched } from "./view-signals.ts";

/** All the page knows and all it can ask for. */
export interface PageState extends Requests {
  /** Null until main has told the first view. */
  readonly view: ReadonlySignal<ViewSignals | null>;
  readonly status: ReadonlySignal<readonly StatusLine[]>;
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
  /** The booking that is to be joined from its notification, until that was asked of main. */
  readonly joining: Signal<string | null>;
  readonly log: DeliveryLog;
  /** What is looked for, kept while a booking that was found is looked at. */
  readonly searching: Signal<Wanted>;
  /** What came without a notification, for a moment. */
  readonly unannounced: ReadonlySignal<Unannounced | null>;
  readonly said: ReadonlySignal<Said>;
  readonly say: (text: string) => void;
  readonly load: () => Promise<void>;
  /** Whether main did it; what it refuses is shown as the failure. */
  readonly attempt: (request: Promise<Answer<unknown>>) => Promise<boolean>;
  /** Hides names, or shows them again; what main refuses is a failure. The settings ask in place. */
  readonly present: (choice: InputOf<"setPresenting">) => Promise<boolean>;
  readonly setPaused: (paused: boolean) => Promise<boolean>;
  readonly changeSettings: (change: InputOf<"changeSettings">) => Promise<Problem | null>;
  readonly changeTunnel: (change: InputOf<"changeTunnel">) => Promise<Problem | null>;
  readonly dismiss: (what: InputOf<"dismiss">) => Promise<boolean>;
  readonly hide: () => Promise<boolean>;
  readonly dispose: () => void;
}

/** What only the page itself can tell. */
interface Page {
  /** Something was typed that is not sent yet. */
  readonly halfTyped: () => boolean;
  /** The screen shows names, as fetched when it was opened. */
  readonly isPersonal: (screen: Screen) => boolean;
}

export function createPageState(bridge: Bridge, { halfTyped, isPersonal }: Page): PageState {
  const view = signal<ViewSignals | null>(null);
  const screen = signal<Screen>({ name: "today" });
  const anew = signal(0);
  const failure = signal<Problem | null>(null);
  const revealing = signal<string | null>(null);
  const joining = signal<string | null>(null);
  const log = createDeliveryLog(bridge);
  const searching = signal<Wanted>({ text: "", state: "all", time: "all" });
  const { said, say } = createAnnouncer();
  const early: Partial<View>[] = [];

  const status = computed(() => (view.value ? statusLines(watched(view.value)) : []));
  const health = computed(() => (view.value ? healthOf(watched(view.value)) : null));

  function go(to: Screen): void {
    screen.value = to;
  }

  function change(signals: ViewSignals, changes: Partial<View>): void {
    const before = moment(signals);
    batch(() => {
      for (const [key, value] of Object.entries(changes)) {
        const part = signals[key as keyof View] as Signal<unknown> | undefined;
        if (part) part.value = value;
      }
    });
    // What such a screen shows already is not hidden by it.
    if (changes.presenting && isPersonal(screen.peek())) go({ name: "today" });
    if (changes.presenting) searching.value = { ...searching.peek(), text: "" };
    if (changes.agenda && changes.presenting === undefined) say(spokenChanges(before, moment(signals)));
  }

  async function load(): Promise<void> {
    const answer = await asked(bridge.getView());
    failure.value = answer.ok ? null : answer.error;
    if (!answer.ok || view.peek()) return;
    const signals = signalsOf(answer.value);
    // Changes that came while main was answering: each carries the whole of its part, so the last one is right.
    for (const changes of early.splice(0)) change(signals, changes);
    view.value = signals;
  }

  async function attempt(request: Promise<Answer<unknown>>): Promise<boolean> {
    const answer = await asked(request);
    failure.value = answer.ok ? null : answer.error;
    return answer.ok;
  }

  const unannounced = createUnannounced((came) => {
    const now = view.peek();
    if (now) say(unannouncedText(came, now.now.peek(), now.format.peek()));
  });

  const stops = [
    bridge.onReceivedQuietly(unannounced.came),
    unannounced.stop,
    bridge.onViewChanged((changes) => {
      const signals = view.peek();
      if (signals) change(signals, changes);
      else early.push(changes);
    }),
    bridge.onRevealBooking((id) => {
      go({ name: "today" });
      revealing.value = id;
    }),
    bridge.onAskToJoin((id) => {
      go({ name: "booking", id, from: { name: "today" } });
      joining.value = id;
    }),
    bridge.onShowToday(() => {
      if (halfTyped()) return;
      batch(() => {
        go({ name: "today" });
        anew.value += 1;
      });
    }),
    bridge.onShowSettings(() => go({ name: "settings", field: null })),
    bridge.onDeliveriesChanged(() => {
      if (logIsOpen(screen.peek())) void log.refresh();
    }),
    sayNewStatus(status, health, say),
  ];

  return {
    ...createRequests(bridge),
    view,
    status,
    health,
    unannounced: unannounced.latest,
    screen,
    go,
    anew,
    failure,
    revealing,
    joining,
    log,
    searching,
    said,
    say,
    load,
    attempt,
    present: (choice) => attempt(bridge.setPresenting(choice)),
    setPaused: (paused) => attempt(bridge.setPaused(paused)),
    async changeSettings(wanted) {
      const answer = await asked(bridge.changeSettings(wanted));
      if (!answer.ok) return answer.error;
      const signals = view.peek();
      if (signals) signals.settings.value = answer.value;
      return null;
    },
    async changeTunnel(wanted) {
      const answer = await asked(bridge.changeTunnel(wanted));
      return answer.ok ? null : answer.error;
    },
    dismiss: (what) => attempt(bridge.dismiss(what)),
    hide: () => attempt(bridge.hideWindow()),
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}

const moment = (signals: ViewSignals) => ({
  agenda: signals.agenda.peek(),
  now: signals.now.peek(),
  format: signals.format.peek(),
});
