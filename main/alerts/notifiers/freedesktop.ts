import { Variant } from "@jellybrick/dbus-next";
import { createSessionBus, NoAnswer, type Remote } from "../../lifecycle/session-bus.ts";
import { escapeMarkup, type Notifier, type Toast } from "./notifier.ts";

const notifications: Remote = {
  destination: "org.freedesktop.Notifications",
  path: "/org/freedesktop/Notifications",
  interface: "org.freedesktop.Notifications",
};
/** The bus itself keeps others from speaking for the daemon: the sender in a rule is whoever owns that name. */
const rules = [
  `type='signal',sender='${notifications.destination}',interface='${notifications.interface}'`,
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${notifications.destination}'`,
];
const normalUrgency = 1;
const asTheDaemonLikes = -1;

interface FreedesktopParts {
  /** DBUS_SESSION_BUS_ADDRESS */
  readonly address: string | undefined;
  /** A PNG file. */
  readonly icon: string;
}

/**
 * The notification service of Linux desktops, spoken to directly: Electron 33 to 45 waits for it on the main thread,
 * and can neither replace a notification nor give it buttons.
 */
export function freedesktopNotifier({ address, icon }: FreedesktopParts): Notifier {
  /** By the daemon's number for it. */
  const onScreen = new Map<number, Toast>();
  let readsMarkup: Promise<boolean> | null = null;
  const bus = createSessionBus({ address, rules, onSignal });

  function onSignal(member: string, [id, detail]: readonly unknown[]) {
    if (member === "NameOwnerChanged") {
      // Another daemon: the numbers of the last one mean nothing to it.
      onScreen.clear();
      readsMarkup = null;
    }
    if (member === "ActionInvoked" && detail === "default") onScreen.get(Number(id))?.onClick();
    if (member === "NotificationClosed") onScreen.delete(Number(id));
  }

  async function capability(): Promise<boolean> {
    const [names] = await bus.call(notifications, "GetCapabilities");
    return (names as string[]).includes("body-markup");
  }

  async function notify(toast: Toast): Promise<void> {
    readsMarkup ??= capability();
    const body = (await readsMarkup) ? escapeMarkup(toast.body) : toast.body;
    const older = [...onScreen].find(([, { tag }]) => tag === toast.tag)?.[0] ?? 0;
    const hints = {
      urgency: new Variant("y", normalUrgency),
      "desktop-entry": new Variant("s", "app.bookbell.Bookbell"),
      // dunst and its kin replace by it also what an earlier run of Bookbell has left on the screen.
      "x-dunst-stack-tag": new Variant("s", toast.tag),
    };
    const actions = ["default", "Open"];
    const args = ["Bookbell", older, icon, toast.title, body, actions, hints, asTheDaemonLikes];
    const [id] = await bus.call(notifications, "Notify", "susssasa{sv}i", ...args);
    onScreen.delete(older);
    onScreen.set(Number(id), toast);
  }

  return async (toast) => {
    try {
      await notify(toast);
      return "shown";
    } catch (error) {
      readsMarkup = null;
      return error instanceof NoAnswer ? "silent" : "failed";
    }
  };
}
