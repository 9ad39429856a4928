import { call, connectBus } from "../support/desktop/bus.ts";
import type { World } from "./world.ts";

const notifications = {
  destination: "org.freedesktop.Notifications",
  path: "/org/freedesktop/Notifications",
  interface: "org.freedesktop.Notifications",
};

/** Closes what was told in earlier rounds; what this one was killed at may be told again, in place of itself. */
export async function closePopups(
  { desktop, daemon }: Pick<World, "desktop" | "daemon">,
  before: number,
): Promise<void> {
  const bus = await connectBus(desktop.env);
  const open = daemon.received.slice(0, before).filter(({ state }) => state === "shown");
  for (const { id } of open) await call(bus, notifications, "CloseNotification", "u", id);
  bus.disconnect();
}
