import { expect, test, vi } from "vitest";
import type { View } from "../../../common/view.ts";
import { createWindowHandlers } from "../../../main/ipc/window-handlers.ts";
import { view } from "../../page/views.ts";
import { someSettings } from "../../support/settings.ts";

function start() {
  const shown: View = view([], { electron: { version: "33.2.1", outdated: true, known: false } });
  const parts = {
    model: { get: () => shown, update: vi.fn() },
    settings: someSettings(),
    window: { onPageReady: vi.fn(), hide: vi.fn(), onLit: vi.fn() },
    updates: { known: vi.fn() },
    clearTally: vi.fn(async () => {}),
    electron: shown.electron,
    log: { error: vi.fn() },
  };
  return { ...parts, shown, handlers: createWindowHandlers(parts) };
}

test("a page that has its view is told what changes from then on", () => {
  const { handlers, window, shown } = start();
  expect(handlers.view()).toBe(shown);
  expect(window.onPageReady).toHaveBeenCalledOnce();
});

test("the window is hidden", () => {
  const { handlers, window } = start();
  expect(handlers.hide()).toBeNull();
  expect(window.hide).toHaveBeenCalledOnce();
});

test("it is told whether a row was lit up", () => {
  const { handlers, window } = start();
  expect(handlers.lit({ id: "b", lit: true })).toBeNull();
  expect(window.onLit).toHaveBeenCalledExactlyOnceWith({ id: "b", lit: true });
});

test("a fault of the page's is written into main's log", () => {
  const { handlers, log } = start();
  expect(handlers.reportFault("TypeError: x is undefined")).toBeNull();
  expect(log.error).toHaveBeenCalledExactlyOnceWith("Fault in the page", {
    text: "TypeError: x is undefined",
  });
});

test.each([
  ["unchecked", [], { uncheckedKnown: true }],
  ["tray", [[{ trayMissing: false }]], { trayless: true }],
] as const)("that “%s” was read is kept for good", async (what, seen, kept) => {
  const { handlers, model, settings } = start();
  await handlers.dismiss(what);
  expect(model.update.mock.calls).toEqual(seen);
  expect(settings.all()).toMatchObject(kept);
});

test("what was recovered, and an outdated Electron, are read until the next start", async () => {
  const { handlers, model, settings, shown } = start();
  const before = settings.all();
  await handlers.dismiss("recovered");
  await handlers.dismiss("electron");
  expect(model.update.mock.calls).toEqual([
    [{ recovered: null }],
    [{ electron: { ...shown.electron, known: true } }],
  ]);
  expect(settings.all()).toBe(before);
});

test("a newer version is known of, and what was counted is counted from none again", async () => {
  const { handlers, model, updates, clearTally } = start();
  await handlers.dismiss("update");
  expect(updates.known).toHaveBeenCalledOnce();
  expect(await handlers.dismiss("malformed")).toBeNull();
  expect(clearTally).toHaveBeenCalledExactlyOnceWith("malformed");
  expect(model.update).not.toHaveBeenCalled();
});
