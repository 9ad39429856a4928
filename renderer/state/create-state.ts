import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Answer, Bridge, InputOf } from "../../common/ipc.ts";
import type { Problem, View } from "../../common/view.ts";
import { agendaChanges } from "./agenda-changes.ts";
import { createAnnouncer, type Said } from "./announcer.ts";
import { asked } from "./asked.ts";
import { createDeliveryLog, type DeliveryLog } from "./delivery-log.ts";
import { createRequests, type Requests } from "./requests.ts";
import { logIsOpen, type Screen } from "./screen.ts";
import { type StatusLine, statusLines, type Watched } from "./status.ts";

export type ViewSignals = { readonly [K in keyof View]: Signal<View[K]> };

/** All the page knows and all it can ask for. */
export interface PageState extends Requests {
  /** Null until main has told the first view. */
  readonly view: ReadonlySignal<ViewSignals | null>;
  readonly status: ReadonlySignal<readonly StatusLine[]>;
  readonly screen: Signal<Screen>;
  /** What the user asked for last and did not get. */
  readonly failure: Signal<Problem | null>;
  /** The booking to bring into view, until that is done. */
  readonly revealing: Signal<string | null>;
  readonly log: DeliveryLog;
  readonly said: ReadonlySignal<Said>;
  readonly say: (text: string) => void;
  readonly load: () => Promise<void>;
  readonly copyAddress: () => Promise<boolean>;
  readonly setPaused: (paused: boolean) => Promise<boolean>;
  readonly changeSettings: (change: InputOf<"changeSettings">) => Promise<Problem | null>;
  readonly setSigningSecret: (secret: InputOf<"setSigningSecret">) => Promise<Problem | null>;
  readonly dismissRecovered: () => Promise<boolean>;
  readonly hide: () => Promise<boolean>;
  readonly dispose: () => void;
}

export function createState(bridge: Bridge): PageState {
  const view = signal<ViewSignals | null>(null);
  const screen = signal<Screen>({ name: "today" });
  const failure = signal<Problem | null>(null);
  const revealing = signal<string | null>(null);
  const log = createDeliveryLog(bridge);
  const { said, say } = createAnnouncer();
  const early: Partial<View>[] = [];

  const status = computed(() => (view.value ? statusLines(watched(view.value)) : []));

  function change(signals: ViewSignals, changes: Partial<View>): void {
    const before = moment(signals);
    batch(() => {
      for (const [key, value] of Object.entries(changes)) {
        const part = signals[key as keyof View] as Signal<unknown> | undefined;
        if (part) part.value = value;
      }
    });
    if (changes.agenda) say(agendaChanges(before, moment(signals)));
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

  async function done(answer: Promise<Answer<unknown>>): Promise<boolean> {
    const { ok, ...rest } = await asked(answer);
    failure.value = "error" in rest ? rest.error : null;
    return ok;
  }

  const stops = [
    bridge.onViewChanged((changes) => {
      const signals = view.peek();
      if (signals) change(signals, changes);
      else early.push(changes);
    }),
    bridge.onRevealBooking((id) => {
      screen.value = { name: "today" };
      revealing.value = id;
    }),
    bridge.onDeliveriesChanged(() => {
      if (logIsOpen(screen.peek())) void log.refresh();
    }),
    sayNewStatus(view, status, say),
  ];

  return {
    ...createRequests(bridge),
    view,
    status,
    screen,
    failure,
    revealing,
    log,
    said,
    say,
    load,
    copyAddress: () => done(bridge.copyAddress()),
    setPaused: (paused) => done(bridge.setPaused(paused)),
    async changeSettings(wanted) {
      const answer = await asked(bridge.changeSettings(wanted));
      if (!answer.ok) return answer.error;
      const signals = view.peek();
      if (signals) signals.settings.value = answer.value;
      return null;
    },
    async setSigningSecret(secret) {
      const answer = await asked(bridge.setSigningSecret(secret));
      return answer.ok ? null : answer.error;
    },
    dismissRecovered: () => done(bridge.dismissRecovered()),
    hide: () => done(bridge.hideWindow()),
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}

function signalsOf(view: View): ViewSignals {
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, signal(value)])) as ViewSignals;
}

function watched(signals: ViewSignals): Watched {
  return {
    receiver: signals.receiver.value,
    signing: signals.signing.value,
    store: signals.store.value,
    recovered: signals.recovered.value,
    settingsDamaged: signals.settingsDamaged.value,
    notifications: signals.notifications.value,
    paused: signals.paused.value,
  };
}

const moment = (signals: ViewSignals) => ({
  agenda: signals.agenda.peek(),
  now: signals.now.peek(),
  format: signals.format.peek(),
});

/** Speaks what has newly gone wrong; what was so when the page opened is read where it stands. */
function sayNewStatus(
  view: ReadonlySignal<ViewSignals | null>,
  status: ReadonlySignal<readonly StatusLine[]>,
  say: (text: string) => void,
): () => void {
  let known: ReadonlySet<string> | null = null;
  return effect(() => {
    const lines = status.value;
    if (!view.value) return;
    const before = known;
    known = new Set(lines.map((line) => line.key));
    if (before) for (const line of lines) if (!before.has(line.key)) say(`${line.message} ${line.remedy}`);
  });
}
