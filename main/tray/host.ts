import { createSessionBus, type Remote } from "../desktop/session-bus.ts";

/** Whatever shows tray icons on a Linux desktop; stock GNOME has none. */
const watcher: Remote = {
  destination: "org.kde.StatusNotifierWatcher",
  path: "/StatusNotifierWatcher",
  interface: "org.kde.StatusNotifierWatcher",
};

interface HostParts {
  /** DBUS_SESSION_BUS_ADDRESS */
  readonly address: string | undefined;
  /** It came after the tray icon was made, which it knows nothing of. */
  onLate(): void;
  /** Told at once, and whenever it changes. */
  onMissing(missing: boolean): void;
}

/** Watches whether anything shows tray icons. Nothing is said where there is no bus to ask. */
export async function watchTrayHost({ address, onLate, onMissing }: HostParts): Promise<void> {
  let missing = false;
  const bus = createSessionBus({ address, followed: watcher, onOwner: (owner) => heard(owner !== "") });
  function heard(there: boolean) {
    if (there && missing) onLate();
    missing = !there;
    onMissing(missing);
  }
  try {
    heard((await bus.owner()) !== "");
  } catch {
    // Then there is no such desktop.
  }
}
