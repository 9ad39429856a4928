import { problem } from "../../common/problems.ts";
import type { TimeFormat } from "../../common/time.ts";
import type { StoreClient } from "../bookings/store/client.ts";
import type { SettingsStore } from "../settings/settings.ts";
import type { ViewModel } from "../window/view-model.ts";
import { electronNotifier } from "./notifiers/electron.ts";
import { nodeNotifierNotifier } from "./notifiers/node-notifier.ts";
import { firstThatWorks } from "./notifiers/notifier.ts";
import { createOutbox } from "./outbox.ts";
import { createTeller } from "./teller.ts";

/** What alerts need of the rest of Bookbell. */
export interface AlertParts {
  store: StoreClient;
  settings: SettingsStore;
  model: ViewModel;
  format(): TimeFormat;
  now(): number;
  /** A PNG file, for notifiers that take one. */
  icon: string;
  onClick(bookingId: string): void;
  onFault(error: unknown): void;
}

/** Tells the user what is owed: call it after every delivery, and at start. */
export function createAlerts({ store, settings, model, format, now, icon, onClick, onFault }: AlertParts) {
  const tell = createTeller({
    notify: firstThatWorks([electronNotifier(), nodeNotifierNotifier(icon)]),
    now,
    format,
    paused: () => settings.get("paused"),
    onClick,
    onTried: (shown) => model.update({ notifications: shown ? null : problem("notifications-failed") }),
  });
  return createOutbox({ owed: store.owedAlerts, settle: store.settleAlert, tell, now, onFault });
}
