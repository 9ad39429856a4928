import { writeFile } from "node:fs/promises";
import { call, connectBus, property, type Remote, unwrap } from "./desktop/bus.ts";
import { monitorBus } from "./desktop/bus-monitor.ts";
import { Changes } from "./desktop/changes.ts";
import type { Env } from "./desktop/child.ts";
import { dunstChoice } from "./desktop/files.ts";
import { NotificationRecord, type Notified } from "./desktop/notified.ts";
import { patienceMs } from "./patience.ts";

/** What dunst itself says it holds; it tells the contents of those only that are closed. */
interface Held {
  readonly displayed: number;
  readonly waiting: number;
  /** The latest first. `message` is what it drew, markup and all. */
  readonly history: readonly {
    readonly id: number;
    readonly appname: string;
    readonly summary: string;
    readonly body: string;
    readonly message: string;
  }[];
}

/** The notification daemon of a test desktop: what it was sent, what it shows, and its user's hand. */
export interface NotificationDaemon {
  /** Every notification since the start, whether or not a daemon took it. */
  readonly received: readonly Notified[];
  readonly closeCalls: NotificationRecord["closeCalls"];
  /** What is open now, the topmost first, by what daemon and programs said on the bus. */
  displayed(): Notified[];
  held(): Promise<Held>;
  /** The first received that fits, from before or later; looked at again when its state changes. */
  waitFor(fits: (notified: Notified) => boolean, timeoutMs?: number): Promise<Notified>;
  /** Clicks on a notification, or the n-th displayed, as soon as it is displayed: on it or on a button. */
  click(which?: Notified | number, button?: string): Promise<void>;
  /** Dismisses everything. */
  closeAll(): Promise<void>;
  stop(): Promise<void>;
}

const dunst: Remote = {
  destination: "org.freedesktop.Notifications",
  path: "/org/freedesktop/Notifications",
  interface: "org.dunstproject.cmd0",
};

/** Begins to watch the notifications of a desktop, which may have no daemon yet. */
export async function notificationDaemon(env: Env): Promise<NotificationDaemon> {
  const record = new NotificationRecord();
  const changes = new Changes();
  const monitor = await monitorBus(env, NotificationRecord.rules, (message) => {
    record.add(message);
    changes.announce();
  });
  const bus = await connectBus(env);
  const count = async (name: string) => Number(await property(bus, dunst, name));
  const received = () => record.received.map(({ summary, state }) => `${summary} (${state})`).join(", ");
  const until = <T>(look: () => T | undefined, missing: string, timeoutMs = patienceMs) =>
    changes.until(look, timeoutMs, () => `${missing}; received: ${received()}`);

  return {
    received: record.received,
    closeCalls: record.closeCalls,
    displayed: () => record.shown(),
    waitFor: (fits, timeoutMs) => until(() => record.received.find(fits), "No such notification", timeoutMs),
    async held() {
      const [displayed, waiting] = [await count("displayedLength"), await count("waitingLength")];
      const [history] = await call(bus, dunst, "NotificationListHistory");
      return { displayed, waiting, history: (history as Record<string, unknown>[]).map(closed) };
    },
    async click(which = 0, button) {
      const find = () => record.shown().find((one, index) => one === which || index === which);
      const target = await until(find, "Not displayed");
      const action = target.actions.find(({ key, label }) => (button ? label === button : key === "default"));
      if (!action) throw new Error(`"${target.summary}" has no ${button ?? "default action"}`);
      const { id, summary } = target;
      const before = record.invoked.length;
      // dunst 1.9 does this for the topmost only; with others its action menu has to help.
      if (!button && record.shown()[0] === target) await call(bus, dunst, "NotificationAction", "u", 0);
      else {
        await writeFile(dunstChoice(env), ` [${id},${action.key}]\n`);
        await call(bus, dunst, "ContextMenuCall");
      }
      const invoked = () =>
        record.invoked.slice(before).find((one) => one.id === id && one.key === action.key);
      await until(invoked, `The click on "${summary}" did nothing`);
    },
    async closeAll() {
      await call(bus, dunst, "NotificationCloseAll");
      await until(() => record.shown().length === 0 || undefined, "Not closed");
    },
    async stop() {
      bus.disconnect();
      await monitor.end();
    },
  };
}

function closed(entry: Record<string, unknown>): Held["history"][number] {
  const text = (name: string) => String(unwrap(entry[name]));
  const texts = { appname: text("appname"), summary: text("summary"), body: text("body") };
  return { id: Number(unwrap(entry.id)), ...texts, message: text("message") };
}
