import { expect, test, vi } from "vitest";
import { createSettingsHandlers } from "../../../main/ipc/settings-handlers.ts";
import { WorldError } from "../../../main/lib/world-error.ts";
import type { Settings } from "../../../main/settings/schema.ts";
import { someSettings } from "../../support/settings.ts";

function start(given: Partial<Settings> = {}) {
  const settings = someSettings(given);
  const desktop = {
    setPaused: vi.fn(),
    setPresenting: vi.fn(),
    setHotkey: vi.fn(),
    setStartAtLogin: vi.fn(),
  };
  const told: object[] = [];
  settings.onChange((changed) => told.push(changed));
  return { settings, told, desktop, handlers: createSettingsHandlers({ settings, desktop }) };
}

test("a change is saved, told, and answered with the settings as they are then", async () => {
  const { handlers, settings, told } = start();
  const now = await handlers.change({ port: 26_700, sound: false });
  expect(now).toMatchObject({ port: 26_700, sound: false, theme: "system" });
  expect(settings.get("port")).toBe(26_700);
  expect(told).toEqual([{ port: 26_700, sound: false }]);
});

test("what the page may not know is not among the settings it is answered with", async () => {
  const { handlers } = start({ token: "a token" });
  expect(JSON.stringify(await handlers.change({}))).not.toContain("a token");
});

test("a change that cannot be saved is no change", () => {
  const { handlers, settings, told } = start();
  vi.spyOn(settings, "change").mockImplementation(() => {
    throw new WorldError("setting-disk-full");
  });
  expect(() => handlers.change({ sound: false })).toThrow(
    expect.objectContaining({ code: "setting-disk-full" }),
  );
  expect(told).toEqual([]);
});

test("a page that knows no names loses none of the projects that have rules", async () => {
  const rule = { name: "Guitar lessons", alerts: null, reminders: [5] as const };
  const { handlers, settings } = start({
    projects: { lessons: { ...rule, reminders: [5], hue: null, fullScreen: false } },
  });
  await handlers.change({
    projects: { lessons: { name: "", alerts: "list", reminders: null, hue: null, fullScreen: false } },
  });
  expect(settings.get("projects")).toEqual({
    lessons: { name: "Guitar lessons", alerts: "list", reminders: null, hue: null, fullScreen: false },
  });
});

test("a shortcut is kept once the system has given it", () => {
  const { handlers, settings, told, desktop } = start();
  expect(handlers.setHotkey("Control+Alt+B")).toMatchObject({ hotkey: "Control+Alt+B" });
  expect(desktop.setHotkey).toHaveBeenCalledExactlyOnceWith("Control+Alt+B");
  expect(settings.get("hotkey")).toBe("Control+Alt+B");
  expect(told).toEqual([{ hotkey: "Control+Alt+B" }]);

  desktop.setHotkey.mockImplementation(() => {
    throw new WorldError("hotkey-taken");
  });
  expect(() => handlers.setHotkey("Control+C")).toThrow(expect.objectContaining({ code: "hotkey-taken" }));
  expect(settings.get("hotkey")).toBe("Control+Alt+B");
});

test("starting at login is the system's, which may refuse", () => {
  const { handlers, desktop } = start();
  expect(handlers.setStartAtLogin(true)).toBeNull();
  expect(desktop.setStartAtLogin).toHaveBeenCalledExactlyOnceWith(true);
  desktop.setStartAtLogin.mockImplementation(() => {
    throw new WorldError("start-at-login");
  });
  expect(() => handlers.setStartAtLogin(false)).toThrow(WorldError);
});

test("pausing and presenting are the desktop's", () => {
  const { handlers, desktop } = start();
  expect(handlers.setPaused("hour")).toBeNull();
  expect(handlers.setPresenting("hour")).toBeNull();
  expect(desktop.setPaused).toHaveBeenCalledExactlyOnceWith("hour");
  expect(desktop.setPresenting).toHaveBeenCalledExactlyOnceWith("hour");
});

test("how far the first run is is kept and told", () => {
  const { handlers, settings, told } = start();
  expect(handlers.setSetup("open")).toBeNull();
  expect(settings.get("setup")).toBe("open");
  expect(told).toEqual([{ setup: "open" }]);
});
