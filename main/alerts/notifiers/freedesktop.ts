import { setTimeout as delay } from "node:timers/promises";
import { appName } from "../../../common/app-name.ts";
import type { MainWords } from "../../../common/words/main.ts";
import type { Variant } from "../../desktop/dbus/wire-types.ts";
import { createSessionBus, NoAnswer, type Remote, theBus } from "../../desktop/session-bus.ts";
import { type Pixels, straight } from "../../lib/pixels.ts";
import { withKeys } from "./button-keys.ts";
import { type Hanging, isDone, isOver } from "./hang.ts";
import { escapeMarkup, type Notifier, type Toast } from "./notifier.ts";
import { openOnScreen } from "./on-screen.ts";
import type { DrawPortrait } from "./portraits.ts";

const notifications: Remote = {
  destination: "org.freedesktop.Notifications",
  path: "/org/freedesktop/Notifications",
  interface: "org.freedesktop.Notifications",
};
/** A capability and a hint alike (dunst's documentation, "Stack tags"). */
const stackTag = "x-dunst-stack-tag";
const normalUrgency = 1;
const asTheDaemonLikes = -1;
/** How long a daemon that answers others may take for what it was asked before. */
const graceMs = 60_000;

/** What speaking to the notification service needs of the rest of Bookbell. */
export interface FreedesktopParts {
  /** DBUS_SESSION_BUS_ADDRESS */
  readonly address: string | undefined;
  /** A PNG file. */
  readonly icon: string;
  readonly draw: DrawPortrait;
  words(): MainWords;
  /** The file that keeps what is on the screen for the next run. */
  readonly file: string;
  /** There is a daemon that may answer, where there was none or it hung. */
  onBack(): void;
  /** Told of each daemon that is met: whether it can replace what an earlier run has left, also what was not noted. */
  onDaemon(replaces: boolean): void;
}

/**
 * The notification service of Linux desktops, spoken to directly: Electron 33 to 45 waits for it on the main thread,
 * and can neither replace a notification nor give it buttons.
 */
export function freedesktopNotifier({
  address,
  icon,
  draw,
  words,
  file,
  onBack,
  onDaemon,
}: FreedesktopParts): Notifier {
  const onScreen = openOnScreen(file);
  let capabilities: Promise<ReadonlySet<string>> | null = null;
  let hanging: Hanging | null = null;
  let onReplaced = () => {};
  /** Sent to a daemon that hangs, and still wanted when it goes on. */
  const late = new Set<Toast>();
  const bus = createSessionBus({ address, followed: notifications, onOwner, onSignal });

  function onOwner(owner: string) {
    // Another daemon: the numbers of the last one mean nothing to it.
    onScreen.of("");
    capabilities = null;
    onReplaced();
    if (owner !== "") onBack();
  }

  function onSignal(member: string, [id, detail]: readonly unknown[]) {
    if (member === "ActionInvoked") act(onScreen.get(Number(id)), detail);
    if (member === "NotificationClosed") onScreen.remove(Number(id));
  }

  /** The bus is there, and nobody on it who shows anything: whoever else asked would ask the same bus, and in vain. */
  const isAbsent = () =>
    bus.owner().then(
      (owner) => owner === "",
      () => false,
    );

  /** Meets the daemon that is there now. */
  async function askCapabilities(): Promise<ReadonlySet<string>> {
    const [names] = await bus.call(notifications, "GetCapabilities");
    const [busId] = await bus.call(theBus, "GetId");
    const owner = await bus.owner();
    if (owner === "") throw new Error("The notification daemon has gone.");
    onScreen.of(`${busId} ${owner}`);
    const can = new Set(names as string[]);
    onDaemon(can.has(stackTag));
    return can;
  }

  /** From now on nothing is sent until it answers: each would wait in vain, and all would come at once after it. */
  function hangs(answer: Promise<unknown[]>): Hanging {
    const alive = bus.call(notifications, "GetCapabilities").catch((error) => {
      if (error instanceof NoAnswer) return error.late;
      throw error;
    });
    const replaced = new Promise<void>((resolve) => {
      onReplaced = resolve;
    });
    hanging = { alive, replaced };
    void isOver(answer, hanging).then(() => {
      hanging = null;
      onBack();
    });
    return hanging;
  }

  function notify(toast: Toast, can: ReadonlySet<string>): Promise<unknown[]> {
    const body = can.has("body-markup") ? escapeMarkup(toast.body) : toast.body;
    const buttons = can.has("actions") ? toast.actions.flatMap(({ key, label }) => [key, label]) : [];
    const hints = new Map<string, Variant>([
      ["urgency", { signature: "y", value: normalUrgency }],
      ["desktop-entry", { signature: "s", value: "app.bookbell.Bookbell" }],
      ["suppress-sound", { signature: "b", value: toast.silent }],
      // dunst and its kin replace by it also what an earlier run of Bookbell has left on the screen.
      [stackTag, { signature: "s", value: toast.tag }],
    ]);
    const picture = toast.portrait && draw(toast.portrait);
    if (picture) hints.set("image-data", imageData(picture));
    const actions = ["default", words().notifications.buttons.open, ...buttons];
    const [older = 0] = onScreen.withTag(toast.tag);
    const args = [appName, older, icon, toast.title, body, actions, hints, asTheDaemonLikes];
    return bus.call(notifications, "Notify", "susssasa{sv}i", ...args);
  }

  function showedLate(id: number, toast: Toast): void {
    if (late.delete(toast)) onScreen.add(id, toast);
    else void close(id);
  }

  const close = (id: number) => bus.call(notifications, "CloseNotification", "u", id).catch(() => {});

  return {
    async ready() {
      if (hanging) return true;
      try {
        capabilities ??= askCapabilities();
        await capabilities;
        return true;
      } catch (error) {
        capabilities = null;
        if (!(error instanceof NoAnswer)) return false;
        hanging ??= hangs(error.late);
        return true;
      }
    },
    async show(wanted) {
      if (hanging) return "held";
      const toast = withKeys(wanted);
      let sent = false;
      try {
        capabilities ??= askCapabilities();
        const can = await capabilities;
        sent = true;
        const [id] = await notify(toast, can);
        onScreen.add(Number(id), toast);
        return "shown";
      } catch (error) {
        capabilities = null;
        if (!(error instanceof NoAnswer)) return (await isAbsent()) ? "held" : "failed";
        hanging ??= hangs(error.late);
        if (!sent) return "held";
        late.add(toast);
        void error.late.then(([id]) => showedLate(Number(id), toast)).catch(() => late.delete(toast));
        return { shown: isDone(error.late, hanging, () => delay(graceMs, undefined, { ref: false })) };
      }
    },
    async withdraw(tag) {
      // What an earlier run has left is known once the daemon is.
      await capabilities?.catch(() => {});
      for (const toast of late) if (tag === null || toast.tag === tag) late.delete(toast);
      for (const id of onScreen.withTag(tag)) {
        onScreen.remove(id);
        // A daemon that is gone has taken its notifications along; one that hangs does it when it goes on.
        const closed = close(id);
        if (!hanging) await closed;
      }
    },
  };
}

/** Width, height, bytes a row, whether it has an alpha, bits and number of channels, and the pixels. */
function imageData(picture: Pixels): Variant {
  const { size } = picture;
  return { signature: "(iiibiiay)", value: [size, size, size * 4, true, 8, 4, straight(picture)] };
}

/** The daemon names the button's key; "default" is the notification itself. */
function act(toast: Partial<Toast> | undefined, key: unknown): void {
  if (key === "default") toast?.onClick?.();
  else toast?.onAction?.(String(key));
}
