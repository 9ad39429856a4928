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
  let capabilities: Promise<ReadonlySet<string>> | null = null;
  const bus = createSessionBus({ address, rules, onSignal });

  function onSignal(member: string, [id, detail]: readonly unknown[]) {
    if (member === "NameOwnerChanged") {
      // Another daemon: the numbers of the last one mean nothing to it.
      onScreen.clear();
      capabilities = null;
    }
    if (member === "ActionInvoked") act(onScreen.get(Number(id)), detail);
    if (member === "NotificationClosed") onScreen.delete(Number(id));
  }

  async function askCapabilities(): Promise<ReadonlySet<string>> {
    const [names] = await bus.call(notifications, "GetCapabilities");
    return new Set(names as string[]);
  }

  const withTag = (tag: string) => [...onScreen].find(([, toast]) => toast.tag === tag)?.[0];

  async function notify(toast: Toast): Promise<void> {
    capabilities ??= askCapabilities();
    const can = await capabilities;
    const body = can.has("body-markup") ? escapeMarkup(toast.body) : toast.body;
    const buttons = can.has("actions") ? toast.actions.flatMap(({ key, label }) => [key, label]) : [];
    const older = withTag(toast.tag) ?? 0;
    const hints = {
      urgency: new Variant("y", normalUrgency),
      "desktop-entry": new Variant("s", "app.bookbell.Bookbell"),
      "suppress-sound": new Variant("b", toast.silent),
      // dunst and its kin replace by it also what an earlier run of Bookbell has left on the screen.
      "x-dunst-stack-tag": new Variant("s", toast.tag),
    };
    const actions = ["default", "Open", ...buttons];
    const args = ["Bookbell", older, icon, toast.title, body, actions, hints, asTheDaemonLikes];
    const [id] = await bus.call(notifications, "Notify", "susssasa{sv}i", ...args);
    onScreen.delete(older);
    onScreen.set(Number(id), toast);
  }

  return {
    async ready() {
      try {
        capabilities ??= askCapabilities();
        await capabilities;
        return true;
      } catch (error) {
        capabilities = null;
        return error instanceof NoAnswer;
      }
    },
    async show(toast) {
      try {
        await notify(toast);
        return "shown";
      } catch (error) {
        capabilities = null;
        return error instanceof NoAnswer ? "silent" : "failed";
      }
    },
    async withdraw(tag) {
      const gone = [...onScreen].filter(([, toast]) => tag === null || toast.tag === tag);
      for (const [id] of gone) {
        onScreen.delete(id);
        // A daemon that is gone or hangs has taken its notifications along, or keeps them whatever it is asked.
        await bus.call(notifications, "CloseNotification", "u", id).catch(() => {});
      }
    },
  };
}

/** The daemon names the button's key; "default" is the notification itself. */
function act(toast: Toast | undefined, key: unknown): void {
  if (key === "default") toast?.onClick();
  else if (toast?.actions.some((action) => action.key === key)) toast.onAction(String(key));
}
