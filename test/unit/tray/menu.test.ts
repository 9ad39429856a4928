import { expect, test } from "vitest";
import type { View } from "../../../common/view.ts";
import { type TrayActions, trayMenu } from "../../../main/tray/menu.ts";
import { reach, typicalDay, view } from "../../page/views.ts";

const actions = new Proxy({} as TrayActions, { get: () => () => {} });
const ready = { state: "ready", version: "1.2.0 & more" } as const;
const restart = (items: typeof typicalDay) =>
  trayMenu(view(items, { updates: ready }), actions).find(({ label }) => label?.startsWith("Restart"));

test("a newer version that is ready is a click away, but not in a meeting", () => {
  expect(restart([])).toMatchObject({ label: "Restart to update to 1.2.0 && more", enabled: true });
  expect(restart(typicalDay)).toMatchObject({ enabled: false });
  expect(restart(typicalDay.slice(1))).toMatchObject({ enabled: true });
});

test("a newer version that somebody else installs is a click away, too", () => {
  const available = { state: "available", version: "1.2.0", known: true } as const;
  const [said] = trayMenu(view([], { updates: available }), actions).slice(-2);
  expect(said).toMatchObject({ label: "See what is new in 1.2.0" });
});

test("what is on stays first until it ends, however much follows", () => {
  const labels = trayMenu(view(typicalDay), actions).map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual(["Now Clara Clayton", "15:00 Marty McFly", "16:15 Jennifer Parker"]);
});

test("no address that Timekit cannot reach is handed out", () => {
  const labels = (more: Partial<View>) => trayMenu(view([], more), actions).map(({ label }) => label);
  expect(labels({})).toContain("Copy address for Timekit");
  const off = labels(reach("off"));
  expect(off).toContain("Finish setting up…");
  expect(off).not.toContain("Copy address for Timekit");
  const down = trayMenu(view([], reach("not-receiving")), actions);
  expect(down).toContainEqual({ label: "No address for Timekit yet", enabled: false });
});
