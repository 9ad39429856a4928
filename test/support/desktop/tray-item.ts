import { DBusError, type MessageBus, Variant } from "@jellybrick/dbus-next";
import { call, property, type Remote } from "./bus.ts";
import { clickable, type MenuItem, menuItems } from "./tray-menu.ts";

/** The largest picture of a tray icon. */
interface TrayIcon {
  readonly width: number;
  readonly height: number;
  /** Four for each pixel: alpha, red, green, blue. */
  readonly bytes: Uint8Array;
}

/** One program's place in the tray, read and used as a panel does. */
export class TrayItem {
  readonly #bus: MessageBus;
  readonly #item: Remote;

  constructor(bus: MessageBus, destination: string, path: string) {
    this.#bus = bus;
    this.#item = { destination, path, interface: "org.kde.StatusNotifierItem" };
  }

  async tooltip(): Promise<string> {
    const [, , title] = (await property(this.#bus, this.#item, "ToolTip")) as [
      string,
      unknown,
      string,
      string,
    ];
    return title;
  }

  async icon(): Promise<TrayIcon> {
    const pictures = (await property(this.#bus, this.#item, "IconPixmap")) as [number, number, Uint8Array][];
    const [largest] = pictures.toSorted(([a], [b]) => b - a);
    if (!largest) throw new Error("The tray item has no picture");
    const [width, height, bytes] = largest;
    return { width, height, bytes };
  }

  /** What its menu shows now. */
  async menu(): Promise<MenuItem[]> {
    const menu = await this.#menu();
    const [, layout] = await call(this.#bus, menu, "GetLayout", "iias", 0, -1, []);
    return menuItems(layout);
  }

  /** Clicks "Label" or "Label > Sub" in its menu, when a user could. */
  async clickItem(path: string): Promise<void> {
    const { id } = clickable(await this.menu(), path);
    const now = Math.floor(Date.now() / 1000);
    const click = [id, "clicked", new Variant("s", ""), now];
    await call(this.#bus, await this.#menu(), "Event", "isvu", ...click).catch((error: unknown) => {
      // What it starts may remove the icon or end the program before it answers.
      if (!(error instanceof DBusError && error.type.endsWith(".NoReply"))) throw error;
    });
  }

  /** Clicks on the icon itself. */
  async activate(x = 0, y = 0): Promise<void> {
    await call(this.#bus, this.#item, "Activate", "ii", x, y);
  }

  async #menu(): Promise<Remote> {
    const path = String(await property(this.#bus, this.#item, "Menu"));
    return { ...this.#item, path, interface: "com.canonical.dbusmenu" };
  }
}
