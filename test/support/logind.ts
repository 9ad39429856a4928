import { Message, NameFlag, RequestNameReply } from "@jellybrick/dbus-next";
import { connectBus } from "./desktop/bus.ts";
import type { Env } from "./desktop/child.ts";

/** Plays systemd's login manager on the desktop's own bus; `env` has programs take that for the system's bus. */
export async function startLogind(desktop: Env) {
  const bus = await connectBus(desktop);
  const reply = await bus.requestName("org.freedesktop.login1", NameFlag.DO_NOT_QUEUE);
  if (reply !== RequestNameReply.PRIMARY_OWNER) throw new Error("This bus has a login manager already");
  const sleep = (begins: boolean) =>
    bus.send(
      Message.newSignal("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "b", [
        begins,
      ]),
    );
  return {
    env: { ...desktop, DBUS_SYSTEM_BUS_ADDRESS: desktop.DBUS_SESSION_BUS_ADDRESS ?? "" },
    suspend: () => sleep(true),
    resume: () => sleep(false),
    stop: () => bus.disconnect(),
  };
}
