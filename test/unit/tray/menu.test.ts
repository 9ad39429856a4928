import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import type { View } from "../../../common/view.ts";
import { type TrayActions, trayMenu, trayTooltip } from "../../../main/tray/menu.ts";
import { address, at, booking, connected, now, person, reach, typicalDay, view } from "../../page/views.ts";
import { english } from "../../support/english.ts";

/** What was done, such as "join clara". */
function record() {
  const done: string[] = [];
  const actions = new Proxy({} as TrayActions, {
    get: (_, name) => (what?: string) => done.push(what ? `${String(name)} ${what}` : String(name)),
  });
  return { done, actions };
}
const menuOf = (shown: View) => trayMenu(shown, record().actions, english);
const labelsOf = (items: readonly MenuItemConstructorOptions[]) => items.map(({ label }) => label);
const submenuOf = (shown: View, label: string) =>
  (menuOf(shown).find((one) => one.label === label)?.submenu ?? []) as MenuItemConstructorOptions[];

/** The first two of the day, with a meeting online. */
const online = typicalDay.map((one, i) => (i < 2 ? { ...one, join: "meet.google.com" } : one));

describe("the bookings", () => {
  test("what is on stays first until it ends, as its way in, however much follows", () => {
    const { done, actions } = record();
    const [join, next, then] = trayMenu(view(online), actions, english);
    expect(labelsOf([join ?? {}, next ?? {}, then ?? {}])).toEqual([
      "Join Clara Clayton (now)",
      "15:00 Marty McFly",
      "16:15 Jennifer Parker",
    ]);
    for (const item of [join, next]) (item?.click as (() => void) | undefined)?.();
    expect(done).toEqual([`join ${typicalDay[0]?.booking.id}`, `reveal ${typicalDay[1]?.booking.id}`]);
  });

  test("what begins within a quarter of an hour can be joined", () => {
    const labels = labelsOf(menuOf(view(online, { now: at("14:46") })));
    expect(labels.slice(0, 2)).toEqual(["Join Clara Clayton (now)", "Join Marty McFly (15:00)"]);
    expect(labels.filter((one) => one?.includes("Marty"))).toHaveLength(1);
  });

  test("what is on and has no link is shown", () => {
    const [first] = menuOf(view(typicalDay));
    expect(first).toMatchObject({ label: "Now Clara Clayton", id: typicalDay[0]?.booking.id });
  });

  test("once nothing of today is left the next of another day is there", () => {
    const afterToday = {
      ...booking("b", "09:00", "10:00", { customer: person("Doc") }),
      start: at("09:00", 1),
    };
    const agenda = { items: [], earlier: 2, afterToday, everReceived: true };
    expect(labelsOf(menuOf(view([], { agenda }))).slice(0, 2)).toEqual([
      "No more bookings today",
      "Tomorrow 09:00 Doc",
    ]);
    const later = { ...agenda, afterToday: { ...afterToday, start: at("09:00", 3) } };
    expect(labelsOf(menuOf(view([], { agenda: later })))).toContain("Thu 26 Nov 09:00 Doc");
  });
});

describe("the tooltip", () => {
  test("is what is next, what then, and how things are", () => {
    expect(trayTooltip(view(typicalDay), english)).toBe(
      "15:00 Marty McFly\n16:15 Jennifer Parker\nReceiving",
    );
    expect(trayTooltip(view([]), english)).toBe("No more bookings today\nReceiving");
    const paused = { paused: true, pausedUntil: at("16:00") };
    expect(trayTooltip(view([], paused), english)).toBe("No more bookings today\nPaused until 16:00");
  });

  test("says first what is wrong", () => {
    const [first, second] = trayTooltip(view(typicalDay, reach("off")), english).split("\n");
    expect(first).toBe("Bookbell can’t receive bookings yet.");
    expect(second).toBe("15:00 Marty McFly");
  });

  test("says what is on when nothing follows", () => {
    expect(trayTooltip(view(typicalDay.slice(0, 1)), english)).toBe("Now Clara Clayton\nReceiving");
  });
});

describe("pause and hidden names", () => {
  test("are switched on for a while or until switched off", () => {
    expect(labelsOf(submenuOf(view([]), "Pause notifications"))).toEqual([
      "1 hour",
      "Until tomorrow",
      "Until I resume",
    ]);
    expect(labelsOf(submenuOf(view([]), "Hide names"))).toEqual(["1 hour", "Until I show them"]);
  });

  test("say until when they are on, and are switched off first", () => {
    const paused = submenuOf(view([], { paused: true, pausedUntil: at("16:00") }), "Paused until 16:00");
    expect(paused[0]?.label).toBe("Resume");
    expect(submenuOf(view([], { paused: true }), "Notifications paused")[0]?.label).toBe("Resume");
    const hidden = submenuOf(
      view([], { presenting: true, presentingUntil: at("16:00") }),
      "Names hidden until 16:00",
    );
    expect(hidden[0]?.label).toBe("Show names");
  });
});

describe("a newer version", () => {
  const ready = { state: "ready", version: "1.2.0 & more" } as const;
  const restart = (items: typeof typicalDay) =>
    menuOf(view(items, { updates: ready })).find(({ label }) => label?.startsWith("Restart"));

  test("that is ready is a click away, but not in a meeting", () => {
    expect(restart([])).toMatchObject({ label: "Restart to update to 1.2.0 && more", enabled: true });
    expect(restart(typicalDay)).toMatchObject({ enabled: false });
    expect(restart(typicalDay.slice(1))).toMatchObject({ enabled: true });
  });

  test("that somebody else installs is a click away, too", () => {
    const available = { state: "available", version: "1.2.0", known: true } as const;
    const [said] = menuOf(view([], { updates: available })).slice(-2);
    expect(said).toMatchObject({ label: "See what is new in 1.2.0" });
  });
});

describe("the address", () => {
  const labels = (more: Partial<View>) => labelsOf(menuOf(view([], more)));
  const copy = "Copy webhook URL";

  test("is handed out while it waits to be copied", () => {
    expect(labels({})).toContain(copy);
    expect(labels(address({ copiedHost: "hooks.example.com" }))).not.toContain(copy);
    expect(labels(address({ copiedHost: "old.example.com" }))).toContain(copy);
    expect(labels(address({ copiedHost: "hooks.example.com", toCopy: true }))).toContain(copy);
  });

  test("is not, where Bookbell hands it out itself", () => {
    const webhooks = { ...connected.webhooks, wanted: 3, registered: 3 };
    expect(labels({ timekit: { ...connected, webhooks } })).not.toContain(copy);
  });

  test("is not, where Timekit cannot reach it", () => {
    expect(labels(reach("off"))).toContain("Finish setting up…");
    expect(labels(reach("off"))).not.toContain(copy);
    expect(labels(reach("not-receiving"))).not.toContain(copy);
  });
});

test("hostile names stay short, and on their line", () => {
  const customer = person(`\u202eevil\n${"x".repeat(90)}`);
  const hostile = { ...typicalDay[1], booking: booking("h", "15:00", "16:00", { customer }) } as never;
  const label = menuOf(view([hostile], { now })).find((one) => one.id === "h")?.label ?? "";
  expect(label).toMatch(/^15:00 evil x+…$/);
  expect(label.length).toBeLessThan(60);
});
