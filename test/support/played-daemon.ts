import { Message, NameFlag, RequestNameReply } from "@jellybrick/dbus-next";
import { connectBus, type Signal, sendSignal } from "./desktop/bus.ts";
import type { Env } from "./desktop/child.ts";

/** Plays a notification daemon that cannot put one notification in the place of another by tag, as GNOME's and KDE's. */
export async function startPlayedDaemon(desktop: Env) {
  const bus = await connectBus(desktop);
  let last = 0;
  bus.addMethodHandler((message) => {
    if (message.interface !== "org.freedesktop.Notifications") return false;
    if (message.member === "GetCapabilities")
      bus.send(Message.newMethodReturn(message, "as", [["body", "actions"]]));
    else if (message.member === "Notify") bus.send(Message.newMethodReturn(message, "u", [++last]));
    else bus.send(Message.newMethodReturn(message, "", []));
    return true;
  });
  const reply = await bus.requestName("org.freedesktop.Notifications", NameFlag.DO_NOT_QUEUE);
  if (reply !== RequestNameReply.PRIMARY_OWNER)
    throw new Error("This desktop has a notification daemon already");
  return {
    /** Sends a signal of the daemon's to one program, from an object that may be another than the daemon's. */
    signal: (to: string, sent: Signal) => sendSignal(bus, to, sent),
    stop: () => bus.disconnect(),
  };
}
