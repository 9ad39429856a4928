import { expect, test } from "vitest";
import type { ActivityTab } from "../../../common/activity.ts";
import { noon, someAlerts } from "../../support/alerts.ts";
import { patienceMs } from "../../support/patience.ts";

type Some = ReturnType<typeof someAlerts>;
const linesOf = ({ store, user }: Some, tab: ActivityTab = "everything", bookingId: string | null = null) =>
  store.activity.list({ tab, bookingId, count: 50 }, user.now).lines;
const toldOf = (some: Some, id: string) =>
  linesOf(some).flatMap((line) => (line.kind === "change" && line.booking.id === id ? [line.told] : []))[0];

test("a change is announced so long after it came", async () => {
  const some = someAlerts();
  const taken = some.take("b", 60);
  some.user.now += 400;
  await some.alerts.tell(taken);
  expect(toldOf(some, "b")).toEqual({ how: "announced", afterMs: 400, waited: false, again: false });
});

test("what a setting kept silent keeps which one it was, whatever is set afterwards", async () => {
  const { settings } = someAlerts();
  const some = someAlerts({ alerts: { ...settings.get("alerts"), new: "list" } });
  await some.comes("kind", 60);
  some.settings.change({
    alerts: settings.get("alerts"),
    quietHours: { on: true, from: "11:00", to: "13:30" },
  });
  await some.comes("quiet", 300);
  some.user.paused = true;
  some.settings.change({ pausedUntil: noon + 3_600_000 });
  await some.comes("paused", 300);
  some.settings.change({ resource: { id: "nobody", name: "Nobody" } });
  await some.comes("others", 300);
  some.user.paused = false;
  some.settings.change({ resource: null, quietHours: { on: false, from: "11:00", to: "13:30" } });
  await some.comes("past", -300);
  const silent = (outcome: string, why: unknown) => ({ how: "silent", outcome, why });
  expect(["kind", "quiet", "paused", "others", "past"].map((id) => toldOf(some, id))).toEqual([
    silent("quiet", { code: "kind", kind: "new" }),
    silent("quiet", { code: "quiet-hours", until: "13:30" }),
    silent("paused", { code: "paused", until: noon + 3_600_000 }),
    silent("ignored", { code: "resource" }),
    silent("past", null),
  ]);
  expect(linesOf(some, "silent")).toHaveLength(5);
  expect(linesOf(some, "problems")).toEqual([]);
});

test("what could not be shown waits, is a problem, and says that it waited once it was", async () => {
  const some = someAlerts();
  some.desktop.answer = "failed";
  await some.comes("b", 60);
  expect(toldOf(some, "b")).toEqual({ how: "waiting", tried: true });
  expect(linesOf(some, "problems")).toHaveLength(1);
  some.desktop.answer = "shown";
  some.user.now += 5_000;
  await some.alerts.tell();
  await expect
    .poll(() => toldOf(some, "b"), { timeout: patienceMs })
    .toEqual({ how: "announced", afterMs: 5_000, waited: true, again: false });
  expect(linesOf(some, "problems")).toEqual([]);
});

test("all of one booking is listed, and nothing of another", async () => {
  const some = someAlerts();
  await some.comes("b", 60);
  await some.comes("c", 60);
  await some.comes("b", 60, {
    state: "cancelled_by_customer",
    updated_at: new Date(noon + 1_000).toISOString(),
  });
  const kinds = linesOf(some, "everything", "b").map((line) => line.kind === "change" && line.change.kind);
  expect(kinds).toEqual(["cancelled", "new"]);
});
