import { expect, test } from "vitest";
import type { View } from "../../../common/view.ts";
import { followSettings } from "../../../main/view/follow-settings.ts";
import { someSettings } from "../../support/settings.ts";

function following() {
  const settings = someSettings({ token: "secret" });
  const updates: Partial<View>[] = [];
  const end = followSettings({ update: (part) => updates.push(part) }, settings);
  return { settings, updates, end };
}

test("the view shows a setting as it is from now on, until nobody follows it any more", () => {
  const { settings, updates, end } = following();
  settings.change({ sound: false });
  expect(updates[0]?.settings).toMatchObject({ sound: false, theme: "system" });
  settings.change({ paused: true, pausedUntil: 5 });
  expect(updates[1]).toMatchObject({ paused: true, pausedUntil: 5 });
  // The same object as before, or the page would draw all of its settings anew.
  expect(updates[1]).not.toHaveProperty("settings");
  end();
  settings.change({ setup: "done" });
  expect(updates).toHaveLength(2);
});

test("what is nobody's to see is never in it", () => {
  const { settings, updates } = following();
  settings.change({ token: "another secret", sound: false });
  expect(JSON.stringify(updates)).not.toContain('secret"');
  expect(JSON.stringify(updates)).not.toContain("another");
});
