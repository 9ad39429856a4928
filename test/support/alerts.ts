import { onTestFinished } from "vitest";
import { hostActionsOf } from "../../common/host-actions.ts";
import type { Unannounced } from "../../common/news.ts";
import type { View } from "../../common/view.ts";
import { createAlerts } from "../../main/alerts/alerts.ts";
import type { FullScreenWindow } from "../../main/alerts/full-screen.ts";
import type { Toast, Told } from "../../main/alerts/notifiers/notifier.ts";
import { createEvent } from "../../main/lib/event.ts";
import type { Settings } from "../../main/settings/schema.ts";
import { englishInLondon } from "./english.ts";
import { exampleAt } from "./example.ts";
import { temporaryFolder } from "./files.ts";
import { someSettings } from "./settings.ts";
import { aStore, asClient, received } from "./store.ts";

const minute = 60_000;
export const noon = Date.parse("2026-11-23T12:00Z");

/** A desktop that shows what it is asked to, and says what it is told to. */
export function aNotifier() {
  const [back, met] = [createEvent(), createEvent<{ replaces: boolean }>()];
  const toasts: Toast[] = [];
  const withdrawn: (string | null)[] = [];
  const desktop = { ready: true, answer: "shown" as Told };
  return {
    desktop,
    /** All that it was asked to show. */
    toasts,
    withdrawn,
    back: () => back.tell(),
    met: met.tell,
    notifier: {
      onBack: back.on,
      onMet: met.on,
      ready: async () => desktop.ready,
      async show(toast: Toast) {
        toasts.push(toast);
        return desktop.answer;
      },
      withdraw: async (tag: string | null) => void withdrawn.push(tag),
    },
  };
}

/** Alerts at noon over a real store and such a desktop, begun; all that they say is noted. */
export function someAlerts(given: Partial<Settings> = {}) {
  const { store } = aStore();
  const desktop = aNotifier();
  const settings = someSettings({ reminders: [10], ...given });
  const user = {
    now: noon,
    paused: false,
    presenting: false,
    test: "",
    join: async (): Promise<void> => {},
    act: async (): Promise<void> => {},
  };
  const asked: string[] = [];
  const done: unknown[] = [];
  const view: Partial<View> = {};
  const unannounced: Unannounced[] = [];
  const told: string[] = [];
  /** What fills the screen; null = nothing does. */
  const screen: { shown: Parameters<FullScreenWindow["show"]> | null } = { shown: null };
  const faults: unknown[] = [];
  const alerts = createAlerts({
    store: asClient(store, ({ group, name }) => void asked.push(`${group}.${name}`)),
    settings,
    model: { update: (part) => void Object.assign(view, part) },
    notifier: desktop.notifier,
    l10n: () => englishInLondon,
    paused: () => user.paused,
    presenting: () => user.presenting,
    actionsOf: hostActionsOf,
    now: () => user.now,
    profile: temporaryFolder(),
    isTest: (id) => id === user.test,
    clashOf: async () => null,
    join(id) {
      done.push(`join ${id}`);
      return user.join();
    },
    act(wanted) {
      done.push(wanted);
      return user.act();
    },
    fullScreen: {
      show(...shown) {
        screen.shown = shown;
      },
      close(id) {
        if (id === null || screen.shown?.[0].bookingId === id) screen.shown = null;
      },
    },
    onFault: (error) => faults.push(error),
  });
  alerts.onUnannounced((one) => unannounced.push(one));
  alerts.onClick((id) => done.push(`click ${id}`));
  alerts.onTold(({ bookingId, shown }) => told.push(`${bookingId} ${shown}`));
  alerts.start();
  onTestFinished(async () => {
    await alerts.close();
    store.close();
  });
  /** A delivery of a booking from that minute after noon on; it is not told yet. */
  const take = (id: string, startsIn: number, changes: object = {}) => {
    const [start, end] = [startsIn, startsIn + 30].map((minutes) => new Date(noon + minutes * minute));
    const body = exampleAt(user.now, start as Date, end as Date, { id, ...changes });
    const [taken] = store.take([received(body, user.now)]);
    if (!taken) throw new Error("Nothing was taken.");
    return taken;
  };
  /** It comes, and is told of as far as it is. */
  const comes = (...delivery: Parameters<typeof take>) => alerts.tell(take(...delivery));
  const outcomes = () => store.upkeep.counts();
  return {
    ...desktop,
    alerts,
    store,
    settings,
    screen,
    user,
    asked,
    done,
    view,
    unannounced,
    told,
    faults,
    take,
    comes,
    outcomes,
  };
}
