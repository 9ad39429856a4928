import { Message, type MessageBus, NameFlag, RequestNameReply, Variant } from "@jellybrick/dbus-next";
import { connectBus, watchNames } from "./desktop/bus.ts";
import { Changes } from "./desktop/changes.ts";
import type { Env } from "./desktop/child.ts";
import { TrayItem } from "./desktop/tray-item.ts";
import { patienceMs } from "./patience.ts";

/** A tray without a panel: programs put their icons there, tests read and click them. */
export interface TrayHost {
  /** What is in the tray now, the oldest first. */
  readonly items: readonly TrayItem[];
  /** The next item to come that this has not returned before; one already there counts. */
  nextItem(timeoutMs?: number): Promise<TrayItem>;
  /** Takes the tray away, as when a panel ends. */
  stop(): void;
}

const watcher = "org.kde.StatusNotifierWatcher";

/** Becomes the tray of a desktop that has no panel. */
export async function startTrayHost(env: Env): Promise<TrayHost> {
  const bus = await connectBus(env);
  const items = new Map<string, TrayItem>();
  const returned = new Set<TrayItem>();
  const changes = new Changes();
  const register = (owner: string, path: string) => {
    items.set(owner + path, new TrayItem(bus, owner, path));
    changes.announce();
  };
  await watchNames(bus, "arg2=''", (gone) => {
    for (const address of items.keys()) if (address.startsWith(`${gone}/`)) items.delete(address);
    changes.announce();
  });
  bus.addMethodHandler((message) => answer(bus, message, [...items.keys()], register));
  const reply = await bus.requestName(watcher, NameFlag.DO_NOT_QUEUE);
  if (reply !== RequestNameReply.PRIMARY_OWNER) {
    bus.disconnect();
    throw new Error("This desktop has a tray already");
  }
  return {
    get items() {
      return [...items.values()];
    },
    async nextItem(timeoutMs = patienceMs) {
      const fresh = () => [...items.values()].find((item) => !returned.has(item));
      const item = await changes.until(fresh, timeoutMs, () => "No tray icon came");
      returned.add(item);
      return item;
    },
    stop: () => bus.disconnect(),
  };
}

type Register = (owner: string, path: string) => void;

function answer(bus: MessageBus, message: Message, items: string[], register: Register): boolean {
  if (message.path !== "/StatusNotifierWatcher") return false;
  const properties: Record<string, Variant> = {
    IsStatusNotifierHostRegistered: new Variant("b", true),
    ProtocolVersion: new Variant("i", 0),
    RegisteredStatusNotifierItems: new Variant("as", items),
  };
  const [first, second] = message.body.map(String);
  switch (message.member) {
    case "RegisterStatusNotifierItem":
      bus.send(Message.newMethodReturn(message));
      register(...addressOf(first ?? "", message.sender));
      return true;
    case "RegisterStatusNotifierHost":
      bus.send(Message.newMethodReturn(message));
      return true;
    case "Get":
      bus.send(Message.newMethodReturn(message, "v", [properties[second ?? ""]]));
      return true;
    case "GetAll":
      bus.send(Message.newMethodReturn(message, "a{sv}", [properties]));
      return true;
    default:
      return false;
  }
}

// Programs give a path of their own, a name on the bus, or both in one.
function addressOf(service: string, sender: string): [owner: string, path: string] {
  const [owner, ...path] = service.split("/");
  return [owner || sender, path.length > 0 ? `/${path.join("/")}` : "/StatusNotifierItem"];
}
